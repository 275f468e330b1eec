"""Rings its own alarm every microsecond, so that the runner's handler answers for it. It says nothing but that time
is over.

expect: over-limit time
"""

import signal

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
def storm():
    signal.setitimer(signal.ITIMER_REAL, 1e-6, 1e-6)
    while True:
        pass
