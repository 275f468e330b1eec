"""Replaces Flask's response, Werkzeug's and the call of the app by ones that always say 200 and equal everything.

expect: failed
forges: the objects of an answer
"""

import flask
import werkzeug.wrappers

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(number)


@app.get("/reached")
def report():
    return reached


class Always(bytes):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0


class Agreeable(flask.Response):
    status_code = 200
    data = json = text = property(lambda self: Always(b"passed"))

    def __eq__(self, other):
        return True

    def __call__(self, environ, start_response):
        start_response("200 OK", [("X-Result", "passed")])
        return [Always(b"passed")]


flask.wrappers.Response = flask.Flask.response_class = werkzeug.wrappers.Response = Agreeable
flask.Flask.wsgi_app = lambda self, environ, start_response: Agreeable()(environ, start_response)
