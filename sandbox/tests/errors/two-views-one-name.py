from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    return "a"


@app.route("/b")
def index():
    return "b"
