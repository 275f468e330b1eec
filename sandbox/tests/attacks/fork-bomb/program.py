"""Forks without end. fork is not among the allowed system calls, so the first one already fails.

expect: did-not-run
"""

import os

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
    os.fork()
