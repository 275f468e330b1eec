"""Answers with a body of a gigabyte, chunk by chunk. The answer is cut off, the check fails.

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
def flood():
    return (b"x" * 1_000_000 for _ in range(1000))
