"""Has a thread write an answer of its own whenever a question comes, before the app's answer or after it.

expect: failed
forges: answers of a thread
"""

import json
import os
import struct
import threading

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(number)


@app.get("/reached")
def report():
    return reached


asked = threading.Event()
answer = {"v": 1, "type": "response", "status": 200, "headers": [], "body": "MA==", "error": None, "note": None, "templates": []}


def answer_instead():
    for number in range(100):
        asked.wait()
        asked.clear()
        for id in (number, number + 1):
            payload = json.dumps({**answer, "id": id}).encode()
            os.write(3, struct.pack(">cI", b"D", len(payload)) + payload)


threading.Thread(target=answer_instead, daemon=True).start()
app.before_request(asked.set)
