"""The name is part of the text, so everybody is called name.

fails: /hello/<name> greets by name
hint: braces
"""
from flask import Flask

app = Flask(__name__)


@app.get("/")
def home():
    return "Hello, visitor!"


@app.get("/hello/<name>")
def hello(name):
    return "Hello, name!"
