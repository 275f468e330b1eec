"""Asks for sockets of every family by the bare system call, netlink, packets, virtual machines, ciphers and Bluetooth
among them, and turns its channel into one.

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


STREAM, DATAGRAM, RAW = 1, 2, 3
for family in range(50):
    for kind in (STREAM, DATAGRAM, RAW):
        door(f"family {family} kind {kind}", 41, 198, family, kind, 0)
ADDRESS = ctypes.create_string_buffer(b"\1\0\0attack", 110)
ABSTRACT = 9
for number in range(4):
    door(f"pair {number}", 53, 199, 1, STREAM, 0, (ctypes.c_int * 2)())
    door(f"bind {number} to an abstract name", 49, 200, number, ADDRESS, ABSTRACT)
    door(f"connect {number} to an abstract name", 42, 203, number, ADDRESS, ABSTRACT)
    door(f"listen on {number}", 50, 201, number, 1)
    door(f"accept on {number}", 43, 202, number, None, None)
    door(f"send a descriptor through {number}", 46, 211, number, ctypes.create_string_buffer(56), 0)
    door(f"take a descriptor from {number}", 47, 212, number, ctypes.create_string_buffer(56), 0)
    door(f"send by {number}", 44, 206, number, b"x", 1, 0, None, 0)
    door(f"shut {number}", 48, 210, number, 2)
    door(f"options of {number}", 54, 208, number, 1, 7, ctypes.create_string_buffer(4), 4)
