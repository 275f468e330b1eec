"""Walks the stack and every object in memory for expected values or checks. They were never in this process.

expect: passed
"""

import gc
import sys

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


frame = sys._getframe()
while frame:
    for name, value in list(frame.f_locals.items()):
        if "checks" in name or "expected" in name:
            reached[name] = repr(value)[:200]
    frame = frame.f_back
needle = "doubles any" + " number"
for thing in gc.get_objects():
    if isinstance(thing, dict):
        for value in list(thing.values()):
            if isinstance(value, str) and needle in value and value is not needle:
                reached["check"] = value[:200]
