# asks: GET /user/eve
from flask import Flask

app = Flask(__name__)


@app.route("/user/<int:n>")
def index(n):
    return str(n)
