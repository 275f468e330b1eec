# asks: POST / username=Ada&age=7
from flask import Flask, request

app = Flask(__name__)


@app.post("/")
def index():
    return request.form["user"]
