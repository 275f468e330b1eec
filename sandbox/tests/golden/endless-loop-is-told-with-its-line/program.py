from flask import Flask

app = Flask(__name__)


@app.get("/")
def index():
    total = 0
    while total >= 0:
        total += 1
    return "done"
