"""Writes to standard error without end, below Python's own streams.

expect: over-limit output
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
    os.write(2, b"flood" * 1000)
