"""Writes everywhere it should not: system folders, shared memory, devices, links out of its folder.

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


for path in ("/usr/x", "/etc/x", "/opt/x", "/x", "/dev/x", "/dev/shm/x", "/var/tmp/x", "/run/x", "/usr/lib/python3/dist-packages/flask/x.py"):
    attempt(path, lambda path=path: open(path, "w").write("x"))
attempt("hard link", lambda: os.link("/usr/bin/python3", "python"))
attempt("link", lambda: (os.symlink("/etc", "etc"), open("etc/passwd", "a").write("x")))
attempt("setuid bit", lambda: (open("file", "w").close(), os.chown("file", 0, 0)))
