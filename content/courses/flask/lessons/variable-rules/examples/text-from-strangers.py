from flask import Flask
from markupsafe import escape

app = Flask(__name__)


@app.get("/careless/<name>")
def careless(name):
    return f"Hello, {name}!"


@app.get("/careful/<name>")
def careful(name):
    return f"Hello, {escape(name)}!"


client = app.test_client()

print(client.get("/careless/<b>Zoe").text)
print(client.get("/careful/<b>Zoe").text)
print(client.get("/careful/Zoe").text)
