"""Answers honestly, and sends one letter of the next answer before it is asked, so that the rest seems to come in
time.

expect: failed
forges: an answer begun in advance
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
frame = struct.pack(">cI", b"D", len(payload)) + payload


@app.after_request
def send_a_part(response):
    os.write(3, frame[:1])
    return response
