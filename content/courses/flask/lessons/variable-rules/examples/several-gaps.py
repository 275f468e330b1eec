from flask import Flask
from markupsafe import escape

app = Flask(__name__)

prices = {"rye": 5, "baguette": 3, "pretzel": 2}


@app.get("/order/<bread>/<int:count>")
def order(bread, count):
    if bread not in prices:
        return "We do not bake that."
    return f"{count} {bread}: {prices[bread] * count}"


@app.get("/photos/<path:place>")
def photo(place):
    return f"Photo at {escape(place)}"


client = app.test_client()

for path in [
    "/order/pretzel/12",
    "/order/rye/2",
    "/order/rye/2/today",
    "/photos/2026/summer/bread.png",
]:
    response = client.get(path)
    if response.status_code == 200:
        print(path, "->", response.text)
    else:
        print(path, "->", response.status)
