from flask import Flask, session

app = Flask(__name__)


@app.get("/count")
def count():
    session["count"] = 1
    return "1"
