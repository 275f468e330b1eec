"""Sets up io_uring, whose operations no filter sees, and registers and enters rings.

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


door("setup", 425, 425, 8, ctypes.create_string_buffer(256))
door("enter", 426, 426, 3, 1, 0, 0, 0, 0)
door("register", 427, 427, 3, 0, 0, 0)
