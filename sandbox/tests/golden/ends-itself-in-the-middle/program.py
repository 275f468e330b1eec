import os

from flask import Flask

app = Flask(__name__)


@app.get("/fine")
def fine():
    return "fine"


@app.get("/end")
def end():
    print("good bye", flush=True)
    os._exit(0)
