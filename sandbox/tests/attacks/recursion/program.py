"""Recurses without end. Python raises RecursionError.

expect: did-not-run
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


def deeper(number):
    return deeper(number + 1)


deeper(0)
