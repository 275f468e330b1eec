from flask import Flask, make_response

app = Flask(__name__)


@app.route("/")
def index():
    response = make_response("hi")
    response.set_cookie("a", "b", http_only=True)
    return response
