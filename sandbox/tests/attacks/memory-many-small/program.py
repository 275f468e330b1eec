"""Fills memory with small objects, which reaches the limit somewhere inside Python rather than in one big request.

expect: over-limit memory
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


hoard = []
while True:
    hoard.append(object())
    hoard.append([len(hoard)] * 1000)
