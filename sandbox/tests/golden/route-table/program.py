from flask import Flask

app = Flask(__name__)


@app.get("/notes/<int:number>")
def show(number):
    return str(number)


@app.route("/save", methods=["GET", "POST"])
def save():
    return "saved"
