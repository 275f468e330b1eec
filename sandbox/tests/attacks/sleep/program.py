"""Sleeps for an hour, using no processor time. The wall clock ends it.

expect: over-limit time
"""

import time

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


time.sleep(3600)
