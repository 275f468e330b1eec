"""Dies of SIGSEGV in the middle of a request.

expect: failed
"""

import ctypes

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
def crash():
    ctypes.string_at(0)
