from flask import Flask, request

app = Flask(__name__)


@app.route("/")
def index():
    request.set_cookie("a", "b")
    return "hi"
