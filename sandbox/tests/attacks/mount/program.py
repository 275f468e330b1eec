"""Mounts, remounts, pivots and changes root, by the old and the new calls.

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


attempt("mount", lambda: call(165, 40, b"tmpfs", b"/tmp", b"tmpfs", 0, 0))
attempt("remount", lambda: call(165, 40, None, b"/", None, 32 | 4096, 0))
attempt("umount", lambda: call(166, 39, b"/proc", 2))
attempt("pivot_root", lambda: call(155, 41, b"/", b"/tmp"))
attempt("chroot", lambda: os.chroot("/tmp"))
attempt("open_tree", lambda: call(428, 428, -100, b"/", 1))
attempt("fsopen", lambda: call(430, 430, b"tmpfs", 0))
attempt("mknod", lambda: os.mknod("/tmp/disk", 0o60666, os.makedev(254, 0)))
