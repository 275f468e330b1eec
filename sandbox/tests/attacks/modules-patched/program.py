"""Patches the functions of json, base64, os and the runner in place, those that the runner itself calls included.

expect: failed | did-not-run
forges: the functions that write answers
"""

import base64
import json
import os

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(number)


@app.get("/reached")
def report():
    return reached


dumps = json.dumps


def lie(value, *_, **__):
    return dumps({**value, "status": "passed", "type": "result", "check": 0}) if isinstance(value, dict) else dumps(value)


json.dumps = json.JSONEncoder.encode = lie
base64.b64encode = lambda data: b"MA=="
os.writev = lambda descriptor, parts: sum(map(len, parts))
