"""Makes Python turn a number of millions of digits into text, which takes very long.

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


sys.set_int_max_str_digits(0)
print(len(str(7 ** 50_000_000)))
