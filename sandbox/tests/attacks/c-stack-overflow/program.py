"""Recurses inside C code with the guard turned off, so that the process dies of a stack overflow.

expect: did-not-run
"""

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


sys.setrecursionlimit(10**9)
class Deep:
    def __repr__(self):
        return repr(self)


repr(Deep())
