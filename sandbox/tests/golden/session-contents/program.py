from flask import Flask, flash, session

app = Flask(__name__)
app.config.update(SECRET_KEY="only for tests", SESSION_COOKIE_NAME="shop")


@app.get("/add/<item>")
def add(item):
    session["items"] = [*session.get("items", []), item]
    session["where"] = (1, 2)
    flash("added")
    return "added"


@app.get("/long")
def long():
    session["text"] = "tea " * 500
    return "long"


@app.get("/read")
def read():
    return {"items": session.get("items", [])}
