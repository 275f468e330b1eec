"""Writes the answer to a question nobody has asked yet to the channel. An answer out of turn ends the job.

expect: did-not-run
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


answer = {"v": 1, "type": "response", "id": 1, "status": 200, "headers": [], "body": "MA==", "error": None, "note": None, "templates": []}
payload = json.dumps(answer).encode()
for _ in range(3):
    os.write(3, struct.pack(">cI", b"D", len(payload)) + payload)
