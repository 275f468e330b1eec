"""Unpacks a megabyte into a gigabyte.

expect: over-limit memory
"""

import zlib

from flask import Flask

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
zlib.decompressobj(-15).decompress(megabyte * 1024)
