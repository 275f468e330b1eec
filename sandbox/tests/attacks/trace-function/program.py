"""Sets trace and profile functions to watch the runner and change its local variables.

expect: failed
"""

import sys

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(number)


@app.get("/reached")
def report():
    return reached


def watch(frame, event, argument):
    for name in ("status", "ok", "passed", "error"):
        if name in frame.f_locals:
            frame.f_locals[name] = True
    return watch


sys.settrace(watch)
sys.setprofile(watch)
