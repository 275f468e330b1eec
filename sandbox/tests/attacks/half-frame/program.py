"""Announces a frame of a megabyte on the channel and never sends it, to leave the reader waiting.

expect: did-not-run
"""

import os
import struct

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(number)


@app.get("/reached")
def report():
    return reached


os.write(3, struct.pack(">cI", b"D", 1_000_000))
while True:
    pass
