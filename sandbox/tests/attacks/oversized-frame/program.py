"""Announces a frame of four gigabytes on the channel.

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


os.write(3, struct.pack(">cI", b"D", 0xFFFFFFFF))
while True:
    pass
