from flask import Flask

app = Flask(__name__)


@app.get("/length/<word>")
def length(word):
    return str(len(word))
