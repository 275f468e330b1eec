"""Closes and replaces its standard streams and prints into what is there afterwards.

expect: passed
"""

import os
import sys

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


for number in (0, 1, 2):
    os.close(number)
with open("attack-file", "w") as file:
    print("into whatever is descriptor 0 now", file=file)
sys.stdout = sys.stderr = sys.stdin = sys.__stdout__ = sys.__stderr__ = None
