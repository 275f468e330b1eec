"""Raises its own limits and lowers them, so that the kernel ends it in a way that looks like a fault of the host.

expect: passed
"""

import os
import resource

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


for name in [name for name in dir(resource) if name.startswith("RLIMIT_")]:
    kind = getattr(resource, name)
    soft, hard = resource.getrlimit(kind)
    attempt(f"{name} to infinity", lambda: resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)))
    attempt(f"{name} to one", lambda: resource.setrlimit(kind, (1, 1)))
    attempt(f"{name} by number", lambda: resource.prlimit(os.getpid(), kind, (1, 1)))
