from flask import Flask, make_response, redirect, request, session, url_for

app = Flask(__name__)


@app.get("/set")
def set_cookie():
    response = make_response("saved")
    response.set_cookie("lang", "de", max_age=60)
    return response


@app.get("/plain")
def plain():
    return "plain"
