"""Leaves objects whose finalizers, exit functions and weak references write results when they are thrown away, and
ends.

expect: did-not-run
forges: last words
"""

import atexit
import json
import os
import struct
import sys
import weakref

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(number)


@app.get("/reached")
def report():
    return reached


def frames(*_):
    for message in ({"type": "result", "check": 0, "status": "passed"}, {"type": "done"}, {"type": "loaded", "error": None}):
        payload = json.dumps({"v": 1, **message}).encode()
        for kind in (b"D", b"F"):
            os.write(3, struct.pack(">cI", kind, len(payload)) + payload)


class Testament:
    __del__ = frames


held = Testament()
weakref.finalize(held, frames)
atexit.register(frames)
del held
sys.exit(0)
