"""Sends an answer of another kind and number than what was asked, in its own turn.

expect: failed
forges: a frame of another kind in the right turn
"""

import json
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


FRAMES = [{"v": 1, "type": "value", "id": 1, "value": "true", "error": None}, {"v": 1, "type": "loaded", "error": None}, {"v": 2, "type": "response", "id": 1}, {"v": 1, "type": "done"}]


@app.before_request
def answer_something():
    payload = json.dumps(FRAMES[os.getpid() % len(FRAMES)]).encode()
    os.write(3, struct.pack(">cI", b"D", len(payload)) + payload)
    os._exit(0)
