"""Asks for eight gigabytes in one piece. The address space is limited, so Python raises MemoryError.

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


hoard = bytearray(8 * 1024**3)
