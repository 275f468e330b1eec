"""Answers byte by byte, with a pause before each, so that no single step takes long.

expect: over-limit time
"""

import time

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
def drip():
    def drops():
        while True:
            time.sleep(0.2)
            yield b"x"

    return drops()
