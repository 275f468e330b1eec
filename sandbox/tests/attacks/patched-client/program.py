"""Patches Flask's test client, Werkzeug and json so that everything looks right from inside.

expect: failed
"""

import json

import flask.testing
import werkzeug.test

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(number)


@app.get("/reached")
def report():
    return reached


def fake(*_, **__):
    return "passed"


flask.testing.FlaskClient.open = fake
werkzeug.test.Client.open = fake
json.dumps_original = json.dumps
json.loads = lambda *_, **__: {"status": "passed"}
