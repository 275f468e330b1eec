"""Leaves keys in the kernel's keyrings, where a later program of the same user would find them, and joins others'
sessions.

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


SESSION, USER, USER_SESSION = -3, -4, -5
for ring in (SESSION, USER, USER_SESSION):
    door(f"add to {ring}", 248, 217, b"user", b"attack", b"left behind", 11, ring)
    door(f"read {ring}", 250, 219, 11, ring, ctypes.create_string_buffer(64), 64)
    door(f"search {ring}", 250, 219, 10, ring, b"user", b"attack", 0)
door("request", 249, 218, b"user", b"attack", None, USER)
door("join a session", 250, 219, 1, b"attack")
door("persistent ring", 250, 219, 22, -1, SESSION)
