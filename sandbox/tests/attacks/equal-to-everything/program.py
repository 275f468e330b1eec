"""Answers with a text that says it equals everything. Only bytes leave the process.

expect: failed
"""

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(number)


@app.get("/reached")
def report():
    return reached


class Everything(str):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0


@app.before_request
def answer():
    return Everything("0")
