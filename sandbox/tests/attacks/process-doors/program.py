"""Reaches for other processes by descriptors, by memory, by queued signals and by their place on the processors.

expect: passed
"""

import ctypes
import errno
import os

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


libc = ctypes.CDLL(None, use_errno=True)
X86 = os.uname().machine == "x86_64"


def door(name, x86_number, arm_number, *arguments):
    """Any answer but "not permitted" or "no such call" means that the kernel itself was reached."""
    if libc.syscall(x86_number if X86 else arm_number, *arguments) >= 0:
        reached[name] = "open"
    elif ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS):
        reached[name] = os.strerror(ctypes.get_errno())


NOTHING = ctypes.create_string_buffer(128)
DOORS = {
    "pidfd_open": (434, 434, os.getppid() or 1, 0), "pidfd_send_signal": (424, 424, 3, 9, None, 0), "pidfd_getfd": (438, 438, 3, 0, 0),
    "process_vm_readv": (310, 270, 1, NOTHING, 1, NOTHING, 1, 0), "process_vm_writev": (311, 271, 1, NOTHING, 1, NOTHING, 1, 0),
    "process_madvise": (440, 440, 3, NOTHING, 1, 4, 0), "process_mrelease": (448, 448, 3, 0), "ptrace seize": (101, 117, 0x4206, 1, 0, 0),
    "rt_sigqueueinfo": (129, 138, os.getppid() or 1, 9, NOTHING), "rt_tgsigqueueinfo": (297, 240, 1, 1, 9, NOTHING), "tkill": (200, 130, 1, 9),
    "sched_setaffinity": (203, 122, 1, 8, NOTHING), "sched_setscheduler": (144, 119, 1, 1, NOTHING), "setpriority": (141, 140, 2, 0, 19), "ioprio_set": (251, 30, 1, 1, 0),
    "migrate_pages": (256, 238, 1, 64, NOTHING, NOTHING), "move_pages": (279, 239, 1, 0, None, None, None, 0), "setpgid": (109, 154, 0, 0), "setsid": (112, 157), "setns": (308, 268, 3, 0),
}
for name, (x86_number, arm_number, *arguments) in DOORS.items():
    door(name, x86_number, arm_number, *arguments)
