# asks: GET /read
from flask import Flask

app = Flask(__name__)


@app.route("/set")
def set_it():
    return "a"


@app.route("/raed")
def read():
    return "b"
