from flask import Flask

app = Flask(__name__)


@app.get("/hours")
def hours():
    return "Open from 7 to 13."


@app.get("/breads/rye")
def rye():
    return {"name": "rye", "price": 5, "fresh": True}


@app.get("/breads")
def breads():
    return ["rye", "baguette", "pretzel"]


client = app.test_client()

for path in ["/hours", "/breads/rye", "/breads"]:
    response = client.get(path)
    print(response.headers["Content-Type"])
    print("  ", response.text.strip())

bread = client.get("/breads/rye").json
print(bread["price"] * 2)
