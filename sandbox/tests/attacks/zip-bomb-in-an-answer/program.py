"""Answers with a body that says it is packed and would unpack to 400 MB. Nobody unpacks it.

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


packer = zlib.compressobj(9, wbits=-15)
megabyte = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
bomb = bytes.fromhex("1f8b08000000000000ff") + megabyte * 400


@app.before_request
def explode():
    return Response(bomb, headers={"Content-Encoding": "gzip", "Content-Type": "application/json; charset=utf-7"})
