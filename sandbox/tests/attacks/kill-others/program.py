"""Signals its parent, its group, everybody, and every process number in turn.

expect: passed
"""

import os
import resource
import signal

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


for target in [0, -1, os.getppid(), *range(2, 5000)]:
    if target != os.getpid():
        attempt(f"kill {target}", lambda target=target: os.kill(target, signal.SIGKILL))
attempt("group", lambda: os.killpg(os.getpgid(0), signal.SIGKILL))
for target in range(2, 100):
    attempt(f"limits of {target}", lambda target=target: resource.prlimit(target, resource.RLIMIT_CPU, (0, 0)))
attempt("priority of all", lambda: os.setpriority(os.PRIO_USER, 0, 19))
