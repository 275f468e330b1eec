"""Looks for variables of the site in its environment and in the C library's.

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


for name in os.environ:
    if name not in ("PATH", "HOME", "LANG", "TMPDIR"):
        reached[name] = os.environ[name]
pointer = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
index = 0
while pointer and pointer[index]:
    if not pointer[index].startswith((b"PATH=", b"HOME=", b"LANG=", b"TMPDIR=")):
        reached["environ"] = repr(pointer[index])
    index += 1
