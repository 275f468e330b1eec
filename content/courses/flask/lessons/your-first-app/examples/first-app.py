from flask import Flask

app = Flask(__name__)


@app.get("/")
def home():
    return "Welcome to Little Oven!"


client = app.test_client()

response = client.get("/")
print("Text:  ", response.text)
print("Status:", response.status)

response = client.get("/cake")
print("Status:", response.status)
