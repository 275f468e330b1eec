# asks: GET /save
from flask import Flask

app = Flask(__name__)


@app.post("/save")
def index():
    return "hi"
