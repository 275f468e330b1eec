"""A program full of mistakes. Each example of docs/checks.md is run against it and must fail as the page says."""

from flask import Flask, abort, make_response, redirect, render_template, request
from jinja2 import DictLoader

app = Flask(__name__)
app.jinja_loader = DictLoader({"index.html": "<h1>Welcome</h1><script></script>"})
visits = 0


@app.get("/")
def index():
    return """<h1>Welcome</h1> <script></script> <a href="contact">Contact</a> <li class="note">tea</li>
        <form action="/search"><input name="query"><input type="hidden" name="token" value="t"><button>Go</button></form>
        <table><tr><th>Who<th>Visits<tr><td>Ada<td>3<tr><td>Grace<td>2</table>"""


@app.get("/page")
def page():
    return render_template("index.html", name="Grace", notes=[])


@app.get("/set")
def choose():
    answer = app.response_class("saved")
    answer.set_cookie("lang", "fr")
    return make_response(answer)


@app.get("/search")
def search():
    return f"nothing for {eval('request.args')}"


@app.route("/login", methods=["POST"])
def log_in():
    return redirect("/account")


@app.get("/account")
def account():
    return "Your account"


@app.get("/api")
def api():
    return {"items": [{"name": "tea", "count": 3}]}


@app.post("/notes/<id>")
def note(id):
    global visits
    visits += 1
    abort(403)


def add(a, b):
    return f"{a}{b}"


def divide(a, b):
    return a / b


def withdraw(amount):
    return 100 - amount


def greet(name):
    print(f"Hello, {name}!")


if __name__ == "__main__":
    print(input("How many? ") or "none")
