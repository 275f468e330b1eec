from flask import Flask

app = Flask(__name__)


def login_required(view):
    def inner():
        return view()


@app.route("/")
@login_required
def index():
    return "a"
