"""Reads what may lie around: the runner, the checks, passwords, devices, the root folder.

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


for path in ("/opt/coursewright/start.py", "/opt/coursewright/coursewright/client.py", "/etc/shadow", "/dev/mem", "/dev/vda", "/dev/kmsg", "/sys/kernel/notes", "/run", "/var", "/root"):
    attempt(path, lambda path=path: os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(10))
attempt("list the root", lambda: os.listdir("/"))
attempt("climb", lambda: open("../" * 20 + "opt/coursewright/start.py").read())
