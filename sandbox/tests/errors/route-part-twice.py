from flask import Flask

app = Flask(__name__)


@app.route("/<n>/<n>")
def index(n):
    return "hi"
