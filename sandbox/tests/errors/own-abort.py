from flask import Flask, abort

app = Flask(__name__)


@app.route("/")
def index():
    abort(404)
