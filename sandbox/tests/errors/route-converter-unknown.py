from flask import Flask

app = Flask(__name__)


@app.route("/<integer:n>")
def index(n):
    return "hi"
