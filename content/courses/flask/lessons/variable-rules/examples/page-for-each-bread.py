from flask import Flask

app = Flask(__name__)

prices = {"rye": 5, "baguette": 3, "pretzel": 2}


@app.get("/breads/<name>")
def bread(name):
    price = prices.get(name)
    if price is None:
        return "We do not bake that."
    return f"One {name} costs {price}."


client = app.test_client()

for path in ["/breads/rye", "/breads/pretzel", "/breads/cake"]:
    print(path, "->", client.get(path).text)

print("/breads/ ->", client.get("/breads/").status)
