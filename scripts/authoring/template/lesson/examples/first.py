from flask import Flask

app = Flask(__name__)


@app.get("/")
def home():
    return "Hello, visitor!"


visitor = app.test_client()
print(visitor.get("/").text)
