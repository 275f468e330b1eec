from flask import Flask, abort

app = Flask(__name__)


from functools import wraps


def members_only(view):
    @wraps(view)
    def inner():
        abort(403)

    return inner


@members_only
@app.route("/")
def index():
    return "hi", 201
