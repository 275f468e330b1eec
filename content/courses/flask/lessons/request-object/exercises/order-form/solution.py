from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)

prices = {"rye": 5, "pretzel": 2}
orders = []


def set_price(bread, price):
    prices[bread] = price


@app.post("/orders")
def order():
    name = request.form.get("name", "").strip()
    bread = request.form.get("bread", "")
    count = request.form.get("count", 0, type=int)
    if name == "":
        return "Please tell us your name."
    if bread not in prices:
        return "We do not bake that."
    if count < 1 or count > 20:
        return "Please order 1 to 20."
    orders.append({"bread": bread, "count": count})
    return f"Thank you, {escape(name)}! {count} {bread} cost {prices[bread] * count}."


@app.get("/orders")
def show_orders():
    wanted = request.args.get("bread")
    total = 0
    for entry in orders:
        if wanted is None or entry["bread"] == wanted:
            total = total + entry["count"]
    return f"Ordered: {total}"


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    for data in [
        {"name": "Mia", "bread": "rye", "count": "3"},
        {"name": " ", "bread": "rye", "count": "3"},
        {"name": "Mia", "bread": "cake", "count": "3"},
        {"name": "Mia", "bread": "rye", "count": "lots"},
    ]:
        response = client.post("/orders", data=data)
        print(response.text if response.status_code == 200 else response.status)
    response = client.get("/orders?bread=rye")
    print(response.text if response.status_code == 200 else response.status)
