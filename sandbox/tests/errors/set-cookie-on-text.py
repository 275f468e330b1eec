from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    response = "saved"
    response.set_cookie("a", "b")
    return response
