"""Gives a function's result whose comparison and text loop for ever.

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


class Slow(str):
    def __str__(self):
        while True:
            pass
    __repr__ = __str__


@app.after_request
def slow(response):
    response.headers["X-Slow"] = str(Slow())
    return response
