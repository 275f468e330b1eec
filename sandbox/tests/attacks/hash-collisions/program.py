"""Fills a dict with numbers that all have one hash, so that each new one is compared with all before.

expect: over-limit time
"""

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


modulus = sys.hash_info.modulus
dict.fromkeys(modulus * number for number in range(300_000))
