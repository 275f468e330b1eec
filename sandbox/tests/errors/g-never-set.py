from flask import Flask, g

app = Flask(__name__)


@app.route("/")
def index():
    return g.user
