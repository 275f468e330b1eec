"""Reads address zero, so that the process dies of SIGSEGV.

expect: did-not-run
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


ctypes.string_at(0)
