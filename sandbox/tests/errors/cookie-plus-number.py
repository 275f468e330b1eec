from flask import Flask, request

app = Flask(__name__)


@app.route("/")
def index():
    return str(request.args.get("n", "1") + 1)
