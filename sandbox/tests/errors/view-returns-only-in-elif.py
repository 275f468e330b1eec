from flask import Flask, request

app = Flask(__name__)


@app.route("/")
def index():
    name = request.args.get("name")
    if name == "a":
        return "a"
    elif name == "b":
        return "b"
