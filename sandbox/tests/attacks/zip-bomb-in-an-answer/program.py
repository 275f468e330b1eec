"""Answers with a body that says it is packed and would unpack to a gigabyte. Nobody unpacks it.

expect: failed
"""

import zlib

from flask import Flask, Response

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


packer = zlib.compressobj(9, wbits=31)
bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(350)) + packer.flush()


@app.before_request
def explode():
    return Response(bomb, headers={"Content-Encoding": "gzip", "Content-Type": "application/json; charset=utf-7"})
