"""The system call filter: an allowlist in classic BPF, as seccomp(2) takes it.

Built by hand because libseccomp is not in the image, and because the list is short enough to be read.
"""

from __future__ import annotations

import ctypes
import struct
from dataclasses import dataclass

from runner.linux import SECCOMP_SET_MODE_FILTER, libc_call
from runner.syscalls import ALLOWED, AUDIT_ARCHITECTURE, CONDITIONAL, numbers

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


def _unless_call(number: int, rules: list[Instruction]) -> list[Instruction]:
    """The rules, skipped when the call (which is in the accumulator) is another one. They must end in a return."""
    return [Instruction(JUMP_EQUAL, number, 0, len(rules)), *rules]


def _only_argument(index: int, allowed: tuple[int, ...]) -> list[Instruction]:
    rules = [_load(_argument(index))]
    for value in allowed:
        rules += [Instruction(JUMP_EQUAL, value, 0, 1), _return(ALLOW)]
    return [*rules, _return(REFUSE | EPERM)]


def _only_to_itself(own_pid: int, signal_argument: int) -> list[Instruction]:
    """A process that ends by SIGKILL was killed by somebody else, which is no fault of the program's. So none may do it to itself."""
    return [_load(_argument(signal_argument)), Instruction(JUMP_EQUAL, SIGKILL, 0, 1), _return(REFUSE | EPERM), *_only_argument(0, (own_pid,))]


def build_filter(*, machine: str, own_pid: int) -> bytes:
    """The filter as an array of struct sock_filter.

    own_pid  the process's number in its own pid namespace; signals may go only there
    """
    conditional = numbers(CONDITIONAL, machine)
    program = [
        _load(OFFSET_ARCHITECTURE),
        Instruction(JUMP_EQUAL, AUDIT_ARCHITECTURE[machine], 1, 0),
        _return(KILL_PROCESS),
        _load(OFFSET_NUMBER),
    ]
    if machine == "x86_64":
        program += [Instruction(JUMP_AT_LEAST, X32_BIT, 0, 1), _return(KILL_PROCESS)]
    for number in sorted(numbers(ALLOWED, machine).values()):
        program += [Instruction(JUMP_EQUAL, number, 0, 1), _return(ALLOW)]
    program += _unless_call(conditional["ioctl"], _only_argument(1, HARMLESS_IOCTLS))
    program += _unless_call(conditional["fcntl"], _only_argument(1, HARMLESS_FCNTLS))
    program += _unless_call(conditional["kill"], _only_to_itself(own_pid, signal_argument=1))
    program += _unless_call(conditional["tgkill"], _only_to_itself(own_pid, signal_argument=2))
    # prlimit64 of another process would let a program starve or stop the process that watches it
    program += _unless_call(conditional["prlimit64"], _only_argument(0, (0,)))
    # its flags are behind a pointer a filter cannot follow; the C library then falls back to clone
    program += _unless_call(conditional["clone3"], [_return(REFUSE | ENOSYS)])
    program += _unless_call(
        conditional["clone"],  # threads only
        [
            _load(_argument(0)),
            Instruction(JUMP_ANY_BIT, CLONE_ANY_NAMESPACE, 2, 0),
            Instruction(JUMP_ANY_BIT, CLONE_THREAD, 0, 1),
            _return(ALLOW),
            _return(REFUSE | EPERM),
        ],
    )
    program.append(_return(REFUSE | EPERM))
    return b"".join(struct.pack("=HBBI", step.code, step.if_true, step.if_false, step.value) for step in program)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def load_filter(filter_bytes: bytes) -> None:
    """Puts the filter on this process for good. no_new_privs must be set before."""
    buffer = ctypes.create_string_buffer(filter_bytes, len(filter_bytes))
    program = _Program(len(filter_bytes) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    libc_call("seccomp", SECCOMP_SET_MODE_FILTER, 0, ctypes.addressof(program))
