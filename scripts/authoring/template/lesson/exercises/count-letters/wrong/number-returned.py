"""The view returns a number, and Flask sends only text.

fails: /length/<word> answers the number of letters
hint: text
"""
from flask import Flask

app = Flask(__name__)


@app.get("/length/<word>")
def length(word):
    return len(word)
