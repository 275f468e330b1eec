from flask import Flask, session

app = Flask(__name__)


@app.route("/")
def index():
    session["a"] = 1
    return "ok"
