import flask
from flask import Flask, make_response as respond, request

app = Flask(__name__)
count = 0


def login_required(view):
    return view


@app.get("/set")
@login_required
def choose():
    answer = respond("saved")
    answer.set_cookie("lang", flask.request.args.get("code", "en"))
    return answer


@app.route("/wrong")
def wrong(a=1, *rest, b=2, **more):
    global count
    count += 1
    return app.response_class("x").set_cookie("a", "b") or respond("x")


class Basket:
    def add(self, item):
        eval(item)
