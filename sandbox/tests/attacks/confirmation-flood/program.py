"""Repeats without end that it is confined, the one frame that needs no question, so that the zygote is never done
with reading and forgets the deadline.

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


frames = struct.pack(">cI", b"C", 0) * 10_000
while True:
    os.write(3, frames)
