# asks: GET / then GET /add
from flask import Flask, session

app = Flask(__name__)


app.secret_key = "k"


@app.route("/")
def index():
    session["cart"] = []
    return "ok"


@app.route("/add")
def add():
    session["cart"].append("tea")
    return "added", 202
