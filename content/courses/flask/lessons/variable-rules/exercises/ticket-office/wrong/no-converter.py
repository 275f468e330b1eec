"""The count is taken as text, so the price is multiplied with a text.

fails: /price/<kind>/<count> adds up the tickets
hint: number
"""

from flask import Flask
from markupsafe import escape

app = Flask(__name__)

prices = {"adult": 12, "child": 5}


def set_price(kind, price):
    prices[kind] = price


@app.get("/price/<kind>")
def price(kind):
    if kind not in prices:
        return "There is no such ticket."
    return f"One {kind} ticket: {prices[kind]}"


@app.get("/price/<kind>/<string:count>")
def total(kind, count):
    if kind not in prices:
        return "There is no such ticket."
    return f"{count} {kind} tickets: {prices[kind] * count}"


@app.get("/room/<path:place>")
def room(place):
    return f"The way to room {escape(place)}"


@app.get("/hello/<name>")
def hello(name):
    return f"Hello, {escape(name)}!"


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    for path in [
        "/price/adult",
        "/price/dog",
        "/price/child/3",
        "/price/child/three",
        "/room/east/2/b",
        "/hello/Mia",
    ]:
        response = client.get(path)
        print(path, response.text if response.status_code == 200 else response.status)
