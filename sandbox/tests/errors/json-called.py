# asks: POST / {"a": 1}
from flask import Flask, request

app = Flask(__name__)


@app.post("/")
def index():
    return request.json()
