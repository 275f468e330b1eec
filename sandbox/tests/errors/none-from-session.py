from flask import Flask, session

app = Flask(__name__)


app.secret_key = "k"


@app.route("/")
def index():
    session.get("cart").append(1)
    return "hi"
