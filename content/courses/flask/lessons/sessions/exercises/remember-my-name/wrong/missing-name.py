"""The name is read with square brackets, which a new visitor does not have.

fails: A new visitor is greeted as stranger
hint: default
"""

from flask import Flask, request, session
from markupsafe import escape

app = Flask(__name__)
app.config["SECRET_KEY"] = "only-for-practice"


@app.post("/login")
def login():
    name = request.form["name"]
    session["name"] = name
    return f"Welcome, {escape(name)}!"


@app.get("/hello")
def hello():
    name = session["name"]
    return f"Hello, {escape(name)}!"


@app.post("/logout")
def logout():
    session.pop("name", None)
    return "Goodbye!"


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    visitor = app.test_client()
    print(visitor.get("/hello").text)
    print(visitor.post("/login", data={"name": "Mia"}).text)
    print(visitor.get("/hello").text)
    print(visitor.post("/logout").text)
    print(visitor.get("/hello").text)
