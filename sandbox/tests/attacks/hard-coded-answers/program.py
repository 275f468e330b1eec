"""Answers with what an earlier run was seen to ask for. The inputs come from a new seed each time.

expect: failed
"""

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str({1234: 2468, 500000: 1000000}.get(number, 2))


@app.get("/reached")
def report():
    return reached
