"""Answers, below Flask, with headers whose names and values hold line ends, NULs, half characters, numbers, nothing
and other objects.

expect: failed
forges: headers and a status that claim to equal everything
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


class Text(str):
    def __len__(self):
        return 1

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0


ODD = [("X-A\r\nSet-Cookie: a=b", "1"), ("Set-Cookie", "a=b\r\n\r\nHTTP/1.1 200 OK"), ("\0", "\ud800"), (Text("x" * 100_000), Text("y" * 100_000)), ("", ""), ("Content-Length", "-1"), ("Content-Length", "9" * 5000)]


def app(environ, start_response):
    start_response(Text("200 OK"), ODD)
    return [b"0"]
