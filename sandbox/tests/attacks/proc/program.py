"""Reads everything of interest below /proc. It is an empty folder.

expect: passed
"""

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


for name in ("1/environ", "self/environ", "self/maps", "self/mem", "1/cmdline", "self/fd", "self/root", "net/tcp", "mounts", "kcore", "sysrq-trigger"):
    attempt(name, lambda name=name: open(f"/proc/{name}", "rb").read(100))
attempt("list", lambda: os.listdir("/proc"))
