"""The system call filter: an allowlist in classic BPF, as seccomp(2) takes it.

Built by hand because libseccomp is not in the image, and because the list is short enough to be read.
"""

from __future__ import annotations

import ctypes
import struct
from dataclasses import dataclass

from runner.linux import SECCOMP_SET_MODE_FILTER, libc_call
from runner.syscalls import ALLOWED, AUDIT_ARCHITECTURE, CONDITIONAL, TRUSTED, numbers

ALLOW = 0x7FFF0000
KILL_PROCESS = 0x80000000
REFUSE = 0x00050000  # plus an errno
EPERM, ENOSYS = 1, 38
SIGKILL = 9

#: struct seccomp_data: nr, arch, instruction_pointer (8 bytes), args[6] (8 bytes each; the low half comes first)
OFFSET_NUMBER, OFFSET_ARCHITECTURE, OFFSET_ARGUMENT = 0, 4, 16

LOAD, JUMP_EQUAL, JUMP_AT_LEAST, JUMP_ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06

CLONE_THREAD = 0x00010000
#: CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET and NEWTIME
CLONE_ANY_NAMESPACE = 0x7E020080
#: calls numbered from here on are x32, a second door into the x86-64 kernel
X32_BIT = 0x40000000
#: TCGETS, FIONCLEX, FIOCLEX, FIONREAD: what Python's own file objects ask
HARMLESS_IOCTLS = (0x5401, 0x5450, 0x5451, 0x541B)
#: F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETLK, F_SETLK, F_SETLKW, F_DUPFD_CLOEXEC, F_GETPIPE_SZ, F_GET_SEALS and the locks of
#: open files. Not F_SETOWN and F_SETSIG: with them a file sends any signal to any process, past the rule on kill
HARMLESS_FCNTLS = (0, 1, 2, 3, 4, 5, 6, 7, 1030, 1032, 1034, 36, 37, 38)


#: stands for a process's number in a filter built before there is a process; larger than any number a process has
PID_TO_COME = 0x7FED_CBA9


@dataclass(frozen=True)
class Instruction:
    code: int
    value: int
    if_true: int = 0
    if_false: int = 0


def _return(action: int) -> Instruction:
    return Instruction(RETURN, action)


def _load(offset: int) -> Instruction:
    return Instruction(LOAD, offset)


def _argument(index: int) -> int:
    return OFFSET_ARGUMENT + 8 * index


def _only_argument(index: int, allowed: tuple[int, ...]) -> list[Instruction]:
    rules = [_load(_argument(index))]
    for value in allowed:
        rules += [Instruction(JUMP_EQUAL, value, 0, 1), _return(ALLOW)]
    return [*rules, _return(REFUSE | EPERM)]


def _only_to_itself(own_pid: int, signal_argument: int) -> list[Instruction]:
    """A process that ends by SIGKILL was killed by somebody else, which is no fault of the program's. So none may do it to itself."""
    return [_load(_argument(signal_argument)), Instruction(JUMP_EQUAL, SIGKILL, 0, 1), _return(REFUSE | EPERM), *_only_argument(0, (own_pid,))]


def _only_reading_own_limits() -> list[Instruction]:
    """prlimit64(0, what, NULL, where): the new limit is a pointer, so both halves of it must be zero."""
    rules: list[Instruction] = []
    for offset in (_argument(0), _argument(2), _argument(2) + 4):
        rules += [_load(offset), Instruction(JUMP_EQUAL, 0, 1, 0), _return(REFUSE | EPERM)]
    return [*rules, _return(ALLOW)]


def build_filter(*, machine: str, own_pid: int, trusted: bool = False) -> bytes:
    """The filter as an array of struct sock_filter.

    own_pid  the process's number in its own pid namespace; signals may go only there
    trusted  whether it is for the author's checks
    """
    special = numbers(CONDITIONAL, machine)
    rules = {number: [_return(ALLOW)] for number in numbers({**ALLOWED, **(TRUSTED if trusted else {})}, machine).values()}
    rules |= {
        special["ioctl"]: _only_argument(1, HARMLESS_IOCTLS),
        special["fcntl"]: _only_argument(1, HARMLESS_FCNTLS),
        special["kill"]: _only_to_itself(own_pid, signal_argument=1),
        special["tgkill"]: _only_to_itself(own_pid, signal_argument=2),
        # of another process it would let a program starve or stop the process that watches it; of itself, end as if the host had killed it
        special["prlimit64"]: _only_reading_own_limits(),
        # its flags are behind a pointer a filter cannot follow; the C library then falls back to clone
        special["clone3"]: [_return(REFUSE | ENOSYS)],
        special["clone"]: [  # threads only
            _load(_argument(0)),
            Instruction(JUMP_ANY_BIT, CLONE_ANY_NAMESPACE, 2, 0),
            Instruction(JUMP_ANY_BIT, CLONE_THREAD, 0, 1),
            _return(ALLOW),
            _return(REFUSE | EPERM),
        ],
    }
    ranges = _ranges(rules)
    if machine == "x86_64":
        ranges.append((X32_BIT, [_return(KILL_PROCESS)]))
    program = [
        _load(OFFSET_ARCHITECTURE),
        Instruction(JUMP_EQUAL, AUDIT_ARCHITECTURE[machine], 1, 0),
        _return(KILL_PROCESS),
        _load(OFFSET_NUMBER),
        *_search(ranges),
    ]
    return b"".join(struct.pack("=HBBI", step.code, step.if_true, step.if_false, step.value) for step in program)


def _ranges(rules: dict[int, list[Instruction]]) -> list[tuple[int, list[Instruction]]]:
    """All numbers from 0 on, as ranges with one rule each: where it begins, and the rule. What has no rule is refused."""
    refuse = [_return(REFUSE | EPERM)]
    ranges = [(0, rules.get(0, refuse))]
    for number in sorted({place for call in rules for place in (call, call + 1)} - {0}):
        rule = rules.get(number, refuse)
        if rule != ranges[-1][1]:
            ranges.append((number, rule))
    return ranges


def _search(ranges: list[tuple[int, list[Instruction]]]) -> list[Instruction]:
    """Finds the range of the number in the accumulator by halves: the kernel tries a new filter with every call there is."""
    if len(ranges) == 1:
        return ranges[0][1]
    middle = len(ranges) // 2
    below, above = _search(ranges[:middle]), _search(ranges[middle:])
    return [Instruction(JUMP_AT_LEAST, ranges[middle][0], len(below), 0), *below, *above]


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def with_own_pid(filter_bytes: bytes, own_pid: int) -> bytes:
    """A filter built with own_pid=PID_TO_COME, made this process's: building one takes longer than all the rest."""
    return filter_bytes.replace(struct.pack("=I", PID_TO_COME), struct.pack("=I", own_pid))


def load_filter(filter_bytes: bytes) -> None:
    """Puts the filter on this process for good. no_new_privs must be set before."""
    buffer = ctypes.create_string_buffer(filter_bytes, len(filter_bytes))
    program = _Program(len(filter_bytes) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    libc_call("seccomp", SECCOMP_SET_MODE_FILTER, 0, ctypes.addressof(program))
