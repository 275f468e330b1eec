from flask import Flask

app = Flask(__name__)

prices = {"rye": 5, "baguette": 3}


@app.get("/breads/<name>")
def bread(name):
    if name not in prices:
        return "We do not bake that.", 404
    return f"One {name} costs {prices[name]}."


@app.post("/breads/<name>/<int:price>")
def add(name, price):
    prices[name] = price
    return "It is on the list.", 201


@app.delete("/breads/<name>")
def remove(name):
    prices.pop(name, None)
    return "", 204


client = app.test_client()

print(client.get("/breads/rye").status)

response = client.get("/breads/cake")
print(response.status, "-", response.text)

print(client.post("/breads/cake/9").status)
print(client.get("/breads/cake").status)
print(client.delete("/breads/cake").status)
print(client.get("/breads/cake").status_code)
