"""Ends the process at once with status 0, hoping that silence counts as success.

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


os._exit(0)
