"""Says itself that it was stopped for lack of time, to be graded as unlucky rather than wrong. It gets the limit it
asked for.

expect: over-limit time
forges: the message that its time is over
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


error = {"type": "TimeLimit", "message": "stopped", "plain": "unlucky", "tryThis": "", "line": 1, "frames": []}
payload = json.dumps({"v": 1, "type": "stopped", "limit": "time", "error": error}).encode()
os.write(3, struct.pack(">cI", b"D", len(payload)) + payload)
os._exit(0)
