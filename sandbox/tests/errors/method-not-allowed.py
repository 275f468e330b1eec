# asks: POST /save a=b
from flask import Flask

app = Flask(__name__)


@app.route("/save")
def index():
    return "hi"
