"""Answers, below Flask, with statuses that are no numbers, too large, negative, or know how to be cut.

expect: failed
forges: a status that lies
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


class Status(str):
    def __getitem__(self, key):
        return "9" * 4000


STATUSES = iter([Status("200"), "-1 OK", "\u0662\u0660\u0660 OK", "", None, 200])


def app(environ, start_response):
    start_response(next(STATUSES), [])
    return [b"0"]
