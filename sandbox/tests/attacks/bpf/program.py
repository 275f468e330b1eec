"""Loads a program into the kernel by bpf, and makes a map.

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


door("map", 321, 280, 0, ctypes.create_string_buffer(bytes((ctypes.c_uint32 * 4)(2, 4, 4, 1)), 64), 64)
door("program", 321, 280, 5, ctypes.create_string_buffer(120), 120)
door("filter of its own", 317, 277, 1, 0, ctypes.create_string_buffer(16))
door("filter by prctl", 157, 167, 22, 2, ctypes.create_string_buffer(16), 0, 0)
