"""Searches its whole memory, which is a copy of the zygote's, for programs that ran before.

expect: passed
"""

import gc

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


def search():
    needle = ("left behind by an " + "earlier program").encode()
    found = []
    for thing in gc.get_objects():
        for part in gc.get_referents(thing):
            if isinstance(part, (bytes, bytearray)) and needle in part:
                found.append(part[:100])
    return found or fail()


def fail():
    raise LookupError


MARK = "left behind by an earlier program"
attempt("memory", search)
