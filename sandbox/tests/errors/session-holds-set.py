from flask import Flask, session

app = Flask(__name__)


app.secret_key = "k"


@app.route("/")
def index():
    session["seen"] = {1, 2}
    return "hi"
