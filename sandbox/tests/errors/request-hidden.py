from flask import Flask, request

app = Flask(__name__)


@app.route("/")
def index():
    request = request.args
    return request.get("a", "")
