"""Sends a frame of JSON nested four hundred thousand deep instead of its answer, to overflow the stack of Node.

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


payload = b'{"v": 1, "type": "loaded", "error": ' + b"[" * 400_000 + b"]" * 400_000 + b"}"
os.write(3, struct.pack(">cI", b"D", len(payload)))
while payload:
    payload = payload[os.write(3, payload) :]
os._exit(0)
