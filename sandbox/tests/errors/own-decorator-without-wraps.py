from flask import Flask

app = Flask(__name__)


def login_required(view):
    def inner():
        return view()

    return inner


@app.route("/")
@login_required
def index():
    return "a"


@app.route("/b")
@login_required
def other():
    return "b"
