"""The few kernel calls Python has no function for."""

from __future__ import annotations

import ctypes
import os
import signal

from runner.syscalls import CONDITIONAL, OWN, machine, numbers

PR_SET_PDEATHSIG, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT = 1, 24, 38, 47
PR_SET_DUMPABLE = 4
PR_CAP_AMBIENT_CLEAR_ALL = 4
SECCOMP_SET_MODE_FILTER = 1
CLONE_NEWNS, CLONE_NEWUSER, CLONE_NEWPID = 0x00020000, 0x10000000, 0x20000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_BIND, MS_REC, MS_PRIVATE = 1, 2, 4, 8, 4096, 16384, 1 << 18
#: _LINUX_CAPABILITY_VERSION_3
CAPABILITY_VERSION = 0x20080522

# PyDLL keeps the interpreter lock during the call, which a fork by hand needs
_libc = ctypes.PyDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long
_libc.prctl.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]
_ZEROS = (0, 0, 0, 0)
# made once: a child would copy the pages of everything that making them touches
_CAPABILITY_HEADER = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
_NO_CAPABILITIES = (ctypes.c_uint32 * 6)()
_NUMBERS = numbers({**OWN, **CONDITIONAL}, machine())


def _check(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def libc_call(name: str, *arguments: int) -> int:
    """Makes a system call by name; raises OSError."""
    values = [ctypes.c_long(argument) for argument in arguments]
    return _check(_libc.syscall(ctypes.c_long(_NUMBERS[name]), *values), name)


def prctl(option: int, *arguments: int) -> int:
    result = _libc.prctl(option, *arguments, *_ZEROS[len(arguments) :])
    return result if result >= 0 else _check(result, f"prctl {option}")


def mount(source: str | None, target: str, kind: str | None, flags: int, data: str = "") -> None:
    result = _libc.mount(
        source.encode() if source else None, target.encode(), kind.encode() if kind else None, ctypes.c_ulong(flags), data.encode()
    )
    _check(result, f"mount {target}")


def drop_capabilities() -> None:
    """Gives up every capability for good, in all five sets."""
    for capability in range(64):
        if _libc.prctl(PR_CAPBSET_DROP, capability, *_ZEROS[1:]) < 0:
            break  # past the last one this kernel knows, or there is no right to drop (then there is none to have)
    _libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, *_ZEROS[1:])  # fails before Linux 4.3, which has no ambient set
    _check(_libc.capset(_CAPABILITY_HEADER, _NO_CAPABILITIES), "capset")


def fork_into(namespaces: int) -> int:
    """os.fork() into new namespaces by one system call; 0 in the child."""
    ctypes.pythonapi.PyOS_BeforeFork()
    process = _libc.syscall(ctypes.c_long(_NUMBERS["clone"]), ctypes.c_long(namespaces | signal.SIGCHLD), 0, 0, 0, 0)
    number = ctypes.get_errno()
    if process == 0:
        ctypes.pythonapi.PyOS_AfterFork_Child()
        return 0
    ctypes.pythonapi.PyOS_AfterFork_Parent()
    if process < 0:
        raise OSError(number, f"clone: {os.strerror(number)}")
    return int(process)
