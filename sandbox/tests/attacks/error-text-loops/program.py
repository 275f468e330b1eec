"""Stops with an error whose text never ends.

expect: over-limit time
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


class Endless(Exception):
    def __str__(self):
        while True:
            pass


raise Endless()
