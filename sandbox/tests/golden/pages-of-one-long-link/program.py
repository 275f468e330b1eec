"""Pages whose link, form, field or text is nearly as long as an answer may be."""

from flask import Flask

app = Flask(__name__)
LONG = "é" * 200_000


@app.get("/link")
def link():
    return f'<a href="/{LONG}">a</a>'


@app.get("/form")
def form():
    return f'<form method="post" action="/{LONG}"></form>'


@app.get("/field")
def field():
    return f'<form method="post" action="/field"><input type="hidden" name="a" value="{LONG}"></form>'


@app.get("/deep")
def deep():
    return "<a href=/>" * 150 + "<b>" * 40 + "x " * 200_000


@app.get("/json")
def json():
    return "[" * 300 + ",".join(["1"] * 200_000) + "]" * 300, {"Content-Type": "application/json"}
