"""Changes its identity in every way, and looks for setuid programs and capabilities.

expect: passed
"""

import ctypes
import os
import socket

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


def call(x86_number, arm_number, *arguments):
    if libc.syscall(x86_number if X86 else arm_number, *arguments) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return "allowed"


for name in ("setuid", "setgid", "seteuid", "setegid"):
    attempt(name, lambda name=name: getattr(os, name)(0))
attempt("setresuid", lambda: os.setresuid(0, 0, 0))
attempt("setgroups", lambda: os.setgroups([0]))
attempt("capset", lambda: call(126, 91, 0, 0))
attempt("prctl", lambda: call(157, 167, 38, 0, 0, 0, 0))
attempt("personality", lambda: call(135, 92, 0x0040000))
attempt("hostname", lambda: socket.sethostname("pwned"))
