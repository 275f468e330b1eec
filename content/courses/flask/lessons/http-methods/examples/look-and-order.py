from flask import Flask

app = Flask(__name__)

orders = []


@app.get("/orders/<bread>")
def show_orders(bread):
    return f"Ordered so far: {orders.count(bread)}"


@app.post("/orders/<bread>")
def add_order(bread):
    orders.append(bread)
    return "Thank you, we have noted it down."


client = app.test_client()

print(client.get("/orders/rye").text)
print(client.post("/orders/rye").text)
print(client.get("/orders/rye").text)
print(client.get("/orders/rye").text)
