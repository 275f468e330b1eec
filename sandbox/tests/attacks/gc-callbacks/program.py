"""Has the garbage collector call it, looks through the frames that are running then, and changes what they hold.

expect: failed
forges: the variables of running functions
"""

import gc
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


def meddle(phase, _):
    frame = sys._getframe(1)
    while frame:
        for name, value in list(frame.f_locals.items()):
            if name in ("status", "failed", "error", "limit", "kind"):
                frame.f_locals[name] = "passed"
        frame = frame.f_back


gc.callbacks.append(meddle)
gc.set_threshold(1, 1, 1)
