from flask import Flask, request

app = Flask(__name__)


@app.route("/")
def index():
    if request.args.get("name"):
        return "hi"
