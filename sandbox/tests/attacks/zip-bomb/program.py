"""Unpacks 100 KB into gigabytes.

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


packer = zlib.compressobj(9)
bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(1024)) + packer.flush()
zlib.decompress(bomb)
