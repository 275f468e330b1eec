from flask import Flask, request

app = Flask(__name__)


@app.get("/")
def home():
    language = request.headers.get("Accept-Language", "en")
    if language.startswith("fr"):
        return "Bienvenue !"
    return "Welcome!"


client = app.test_client()

print(client.get("/", headers={"Accept-Language": "fr, en"}).text)
print(client.get("/").text)
