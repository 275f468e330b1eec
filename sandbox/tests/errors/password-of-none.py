from flask import Flask, request

app = Flask(__name__)


from werkzeug.security import check_password_hash


@app.route("/")
def index():
    return str(check_password_hash(None, "abc"))
