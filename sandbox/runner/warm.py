"""Imports what programs import and walks the paths they walk, once, so that every fork starts with all of it in memory."""

from __future__ import annotations

import base64

from runner.learner import Learner
from runner.templates import watch_templates
from runner.wsgi import watch_errors

PROGRAM = """
from flask import (Flask, abort, flash, g, jsonify, make_response, redirect, render_template_string, request, session, url_for)
app = Flask(__name__)
app.secret_key = "warm"

@app.route("/", methods=["GET", "POST"])
def index():
    session["count"] = session.get("count", 0) + 1
    request.get_json(silent=True), request.form.get("a"), request.files.get("f"), request.args.get("q"), request.cookies.get("c")
    response = make_response(render_template_string("{{ a }}{% for b in [1] %}{{ b }}{% endfor %}", a=1))
    response.set_cookie("a", "b", max_age=60, httponly=True, samesite="Lax")
    return response

@app.get("/json/<int:number>")
def as_json(number):
    return jsonify(number=number)

@app.get("/away")
def away():
    return redirect(url_for("index"))

@app.get("/broken")
def broken():
    return missing
"""

#: a multipart body, so that the form parser is warm as well
UPLOAD = b'--x\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nhi\r\n--x--\r\n'


def warm_up() -> None:
    import collections  # noqa: E401, F401
    import encodings.idna  # noqa: F401
    import urllib.parse  # noqa: F401

    import flask
    import flask.views  # noqa: F401

    watch_errors()
    watch_templates()
    flask.Flask.run = no_server  # type: ignore[method-assign]
    for mode in ("run", "grade"):
        learner = Learner()
        learner.answer({"type": "load", "mode": mode, "source": PROGRAM, "stdin": ""})
    for method, path, headers, body in (
        ("GET", "/", [], b""),
        ("POST", "/", [["Content-Type", "multipart/form-data; boundary=x"], ["Cookie", "c=d"]], UPLOAD),
        ("POST", "/", [["Content-Type", "application/json"]], b'{"a": 1}'),
        ("GET", "/json/1", [], b""),
        ("GET", "/away", [], b""),
        ("GET", "/missing", [], b""),
        ("GET", "/broken", [], b""),
    ):
        learner.answer(
            {"type": "request", "method": method, "path": path, "query": "q=1", "headers": headers, "body": base64.b64encode(body).decode()}
        )
    learner.answer({"type": "routes"})


def no_server(self: object, *_: object, **__: object) -> None:
    """Replaces app.run(): there is no network, and the app is called directly."""
    print("(app.run() is not needed here: your app is called directly.)")
