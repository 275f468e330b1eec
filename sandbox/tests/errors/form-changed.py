# asks: POST / name=Ada
from flask import Flask, request

app = Flask(__name__)


@app.post("/")
def index():
    request.form["a"] = 1
    return "hi"
