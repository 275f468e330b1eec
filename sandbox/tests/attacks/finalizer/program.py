"""Leaves an object whose finalizer loops for ever. The process is killed, so it never runs.

expect: passed
"""

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


class Sticky:
    def __del__(self):
        while True:
            pass


sticky = Sticky()
