"""Answers with JSON nested a hundred thousand deep, to overflow the stack of whoever reads it.

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
def nest():
    return "[" * 100_000 + "]" * 100_000
