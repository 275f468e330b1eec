from flask import Flask, request

app = Flask(__name__)


@app.route("/")
def index():
    visits = request.cookies.get("visits")
    return str(visits + 1)
