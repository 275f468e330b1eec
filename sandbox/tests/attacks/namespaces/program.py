"""Makes new namespaces by unshare, clone, clone3 and setns.

expect: passed
"""

import ctypes
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


for name, flag in (("user", 0x10000000), ("mount", 0x20000), ("pid", 0x20000000), ("net", 0x40000000), ("time", 0x80)):
    attempt(f"unshare {name}", lambda flag=flag: os.unshare(flag))
    attempt(f"clone {name}", lambda flag=flag: call(56, 220, flag | 17, 0, 0, 0, 0))
attempt("clone process", lambda: call(56, 220, 17, 0, 0, 0, 0))
attempt("clone3", lambda: call(435, 435, 0, 0))
attempt("vfork", lambda: call(58, 1071, 0))
attempt("setns", lambda: call(308, 268, 3, 0))
