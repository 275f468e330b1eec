from flask import Flask

app = Flask(__name__)


@app.get("/hello/<name>")
def hello(name):
    return f"Hello, {name}!"


visitor = app.test_client()
print(visitor.get("/hello/Ada").text)
print(visitor.get("/hello/Bo").text)
