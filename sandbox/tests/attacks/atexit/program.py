"""Registers functions that loop for ever when the program ends. The process is killed, so they never run.

expect: passed
"""

import atexit

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


def never_end():
    while True:
        pass


atexit.register(never_end)
