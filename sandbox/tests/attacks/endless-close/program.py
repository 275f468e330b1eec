"""Answers at once with a body whose closing never ends.

expect: over-limit time
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


class Body:
    def __iter__(self):
        return iter([b"0"])

    def close(self):
        while True:
            pass


def app(environ, start_response):
    start_response("200 OK", [])
    return Body()
