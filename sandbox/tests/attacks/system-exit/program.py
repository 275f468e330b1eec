"""Raises SystemExit in a view.

expect: failed
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
def leave():
    raise SystemExit(0)
