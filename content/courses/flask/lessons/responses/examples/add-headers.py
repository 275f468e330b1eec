from flask import Flask, make_response

app = Flask(__name__)

prices = {"rye": 5, "baguette": 3}


@app.get("/prices.csv")
def table():
    lines = ["bread,price"]
    for name, price in prices.items():
        lines.append(f"{name},{price}")
    response = make_response("\n".join(lines))
    response.headers["Content-Type"] = "text/csv"
    response.headers["Content-Disposition"] = "attachment; filename=prices.csv"
    return response


@app.post("/orders")
def order():
    return "Thank you!", 201, {"Location": "/orders/7"}


client = app.test_client()

response = client.get("/prices.csv")
print(response.headers["Content-Type"])
print(response.headers["Content-Disposition"])
print(response.text)

response = client.post("/orders")
print(response.status, "at", response.headers["Location"])
