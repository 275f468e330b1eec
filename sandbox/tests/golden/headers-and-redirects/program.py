from datetime import UTC, datetime, timedelta

from flask import Flask, make_response, redirect

app = Flask(__name__)


@app.get("/")
def index():
    response = make_response("hi")
    response.headers["Cache-Control"] = "no-store"
    response.set_cookie("lang", "fr", expires=datetime.now(UTC) + timedelta(days=30), domain="localhost")
    return response


@app.get("/away")
def away():
    return redirect("/further")


@app.get("/further")
def further():
    return redirect("/", 303)
