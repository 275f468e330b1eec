"""Replaces the handlers by which the runner prints odd characters with ones that never move on. Python keeps its own
for that.

expect: passed
"""

import codecs

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


for name in ("strict", "backslashreplace", "replace", "ignore"):
    codecs.register_error(name, lambda error: ("", error.start))
print("\udcff")
