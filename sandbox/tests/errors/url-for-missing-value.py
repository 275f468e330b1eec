from flask import Flask, url_for

app = Flask(__name__)


@app.route("/user/<name>")
def user(name):
    return name


@app.route("/")
def index():
    return url_for("user")
