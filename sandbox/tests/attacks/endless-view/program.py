"""Loads honestly, then loops for ever in a view. The check that asked fails, the others do not run.

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


@app.before_request
def wait():
    while True:
        pass
