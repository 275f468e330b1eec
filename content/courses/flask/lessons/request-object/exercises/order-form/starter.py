from flask import Flask

app = Flask(__name__)

prices = {"rye": 5, "pretzel": 2}
orders = []


def set_price(bread, price):
    prices[bread] = price


# Write the two views here.


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
