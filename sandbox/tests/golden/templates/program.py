import sqlite3

from flask import Flask, render_template, render_template_string
from jinja2 import DictLoader

app = Flask(__name__)
app.jinja_loader = DictLoader({"base.html": "<h1>{% block title %}{% endblock %}</h1>", "notes.html": "{% extends 'base.html' %}{% block title %}{{ name }}{% endblock %}"})


class Note:
    def __init__(self, text):
        self.text = text

    def __iter__(self):
        raise SystemExit("nobody iterates over me")

    def __repr__(self):
        raise SystemExit("nobody shows me")


@app.get("/")
def index():
    database = sqlite3.connect(":memory:")
    database.row_factory = sqlite3.Row
    rows = database.execute("select 1 as id, 'tea' as text union select 2, 'milk'").fetchall()
    return render_template("notes.html", name="Ada", notes=rows, pair=(1, 2), note=Note("tea"), nothing=None)


@app.get("/string")
def string():
    return render_template_string("{{ a }}", a=1.5)


@app.get("/plain")
def plain():
    return "plain"


@app.get("/hostile")
def hostile():
    around = []
    around.append(around)
    deep = []
    for _ in range(10_000):
        deep = [deep]
    many = {f"v{number}": number for number in range(1000)}
    for _ in range(20):
        render_template_string("", around=around, deep=deep, huge="x" * 10_000_000, half="\ud800", nan=float("nan"), keys={1: 2}, **many)
    return "done"
