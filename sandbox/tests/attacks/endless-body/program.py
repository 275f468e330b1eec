"""Answers with a generator that yields empty chunks for ever, so that no size limit is ever reached.

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
def trickle():
    def chunks():
        while True:
            yield b""
    return chunks()
