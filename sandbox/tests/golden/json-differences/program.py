from flask import Flask

app = Flask(__name__)


@app.get("/")
def index():
    return {"items": [{"name": "tea", "count": 2, "paid": 1}, {"name": "milk", "count": 1, "paid": True}], "total": 3}


@app.get("/text")
def text():
    return "[1, 2"


@app.get("/deep")
def deep():
    return "[" * 50_000 + "]" * 50_000
