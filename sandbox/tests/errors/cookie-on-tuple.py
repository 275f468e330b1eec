from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    response = "saved", 200
    response.set_cookie("a", "b")
    return response
