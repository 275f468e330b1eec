"""Replaces len, isinstance, getattr, str, int, open and import for everybody in its process.

expect: failed | did-not-run
forges: the built-in functions
"""

import builtins

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(number)


@app.get("/reached")
def report():
    return reached


class Yes:
    def __call__(self, *_, **__):
        return self

    def __eq__(self, other):
        return True

    def __getattr__(self, name):
        return self


for name in ("len", "isinstance", "getattr", "hasattr", "callable", "int", "str", "open", "print", "__import__", "any", "all"):
    setattr(builtins, name, Yes())
