# asks: GET /home
from flask import Flask

app = Flask(__name__)


@app.route("/home/")
def index():
    return "hi"
