"""Makes shared memory, semaphores and message queues of System V and POSIX, which outlive a process and are seen by
others of its user.

expect: passed
"""

import ctypes
import errno
import multiprocessing
import os
from multiprocessing import shared_memory

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


def attempt(name, action):
    try:
        reached[name] = repr(action())[:200]
    except Exception:
        pass


libc = ctypes.CDLL(None, use_errno=True)
X86 = os.uname().machine == "x86_64"


def door(name, x86_number, arm_number, *arguments):
    """Any answer but "not permitted" or "no such call" means that the kernel itself was reached."""
    if libc.syscall(x86_number if X86 else arm_number, *arguments) >= 0:
        reached[name] = "open"
    elif ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS):
        reached[name] = os.strerror(ctypes.get_errno())


DOORS = {
    "shmget": (29, 194, 0x41747461, 4096, 0o1666), "shmat": (30, 196, 0, None, 0), "msgget": (68, 186, 0x41747461, 0o1666), "semget": (64, 190, 0x41747461, 1, 0o1666),
    "mq_open": (240, 180, b"attack", 0o102, 0o666, None), "mq_unlink": (241, 181, b"attack"), "memfd_create": (319, 279, b"attack", 0), "memfd_secret": (447, 447, 0),
    "timerfd": (283, 85, 0, 0), "signalfd": (289, 74, -1, ctypes.create_string_buffer(8), 8, 0), "inotify": (294, 26, 0), "pkey_alloc": (330, 289, 0, 0), "timer_create": (222, 107, 0, None, ctypes.create_string_buffer(8)),
}
for name, (x86_number, arm_number, *arguments) in DOORS.items():
    door(name, x86_number, arm_number, *arguments)
attempt("shared memory", lambda: shared_memory.SharedMemory(name="attack", create=True, size=4096).name)
attempt("semaphore", lambda: multiprocessing.Semaphore())
attempt("/dev/shm", lambda: open("/dev/shm/attack", "w"))
