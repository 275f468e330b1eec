"""Answers with bytes that say they are one long and hold ten megabytes, so that no limit seems reached.

expect: failed
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


class Short(bytes):
    def __len__(self):
        return 1


def app(environ, start_response):
    start_response("200 OK", [])
    return [Short(3_000_000)] * 3
