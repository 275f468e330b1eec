"""Stops with an error whose text is ten megabytes and whose causes go in a circle.

expect: did-not-run
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


first, second = ValueError("x" * 10_000_000), KeyError("y" * 10_000_000)
first.__cause__, second.__cause__ = second, first
first.add_note("z" * 10_000_000)
raise first
