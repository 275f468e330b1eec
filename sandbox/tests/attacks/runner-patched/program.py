"""Replaces the functions of the runner that read questions and write answers. It can change its own answers, and
nothing else.

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


for module in list(sys.modules.values()):
    if getattr(module, "__name__", "").startswith("runner"):
        for name in ("explain", "call_app", "_result"):
            if hasattr(module, name):
                setattr(module, name, lambda *_, **__: None)
