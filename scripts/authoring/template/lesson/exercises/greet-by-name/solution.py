from flask import Flask

app = Flask(__name__)


@app.get("/")
def home():
    return "Hello, visitor!"


@app.get("/hello/<name>")
def hello(name):
    return f"Hello, {name}!"
