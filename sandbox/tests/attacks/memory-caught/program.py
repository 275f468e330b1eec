"""Fills memory, catches the MemoryError and goes on trying. The wall clock ends it.

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


hoard = []
while True:
    try:
        while True:
            hoard.append(bytearray(1024 * 1024))
    except MemoryError:
        pass
