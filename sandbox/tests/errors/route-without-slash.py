from flask import Flask

app = Flask(__name__)


@app.route("set")
def index():
    return "a"
