from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/")
def index():
    return jsonify("a", b=1)
