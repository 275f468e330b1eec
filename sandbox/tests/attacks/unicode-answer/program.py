"""Answers with overlong and broken UTF-8, thousands of combining marks, characters that grow when normalised, and
text that runs backwards.

expect: failed
"""

from flask import Flask, Response

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


PIECES = [b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xfe\xff", "e\u0301\u0489".encode() * 1000, "\ufdfa".encode() * 10_000, "\u202e\u2066".encode(), b"\x1b[2J\x1b]0;x\x07", b"\0\x85"]


@app.before_request
def babble():
    response = Response(b"".join(PIECES))
    response.headers["Content-Type"] = "text/plain; charset=\u017futf-8\uff0f"
    return response


print(b"".join(PIECES).decode("utf-8", "replace"))
