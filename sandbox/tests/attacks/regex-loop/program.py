"""Spends for ever inside one C call, where Python's own signal handlers never run.

expect: over-limit time
"""

import re

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


re.match(r"(a+)+$", "a" * 64 + "b")
