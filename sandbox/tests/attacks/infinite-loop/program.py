"""Loops for ever while it is loaded. Stopped after five seconds, and told on which line.

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


while True:
    pass
