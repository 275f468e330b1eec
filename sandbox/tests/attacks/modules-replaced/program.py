"""Puts modules of its own in the places of json, base64, flask, werkzeug, os and the runner, whose every function
says that all is well.

expect: failed | did-not-run
forges: what modules answer
"""

import sys
import types

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(number)


@app.get("/reached")
def report():
    return reached


class Fine(types.ModuleType):
    def __getattr__(self, name):
        return lambda *_, **__: {"status": "passed", "body": "", "headers": []}


for name in list(sys.modules):
    if name.split(".")[0] in ("json", "base64", "flask", "werkzeug", "os", "io", "runner", "wsgi", "urllib"):
        sys.modules[name] = Fine(name)
