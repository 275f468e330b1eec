"""Counts the kernel's events by perf_event_open and handles its own page faults by userfaultfd, both ways into many
an exploit.

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


for kind in (0, 1, 2):
    attributes = ctypes.create_string_buffer(bytes((ctypes.c_uint32 * 2)(kind, 128)), 128)
    door(f"perf event {kind}", 298, 241, attributes, 0, -1, -1, 0)
for flags in (0, 1, 0o2000000):
    door(f"userfaultfd {flags}", 323, 282, flags)
door("kcmp", 312, 272, os.getpid(), os.getpid(), 0, 0, 0)
