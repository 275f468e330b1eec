"""Prints what a test runner prints when all is well, then ends.

expect: did-not-run
"""

import os

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(number)


@app.get("/reached")
def report():
    return reached


print('{"v": 1, "type": "result", "check": 0, "status": "passed"}', flush=True)
print("2 passed", flush=True)
os._exit(0)
