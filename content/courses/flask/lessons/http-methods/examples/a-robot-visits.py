from flask import Flask

app = Flask(__name__)

orders = ["rye", "pretzel", "rye"]


@app.get("/")
def home():
    return '<a href="/orders">Orders</a> <a href="/orders/clear">Clear</a>'


@app.get("/orders")
def show():
    return f"{len(orders)} orders"


@app.get("/orders/clear")
def clear():
    orders.clear()
    return "All orders are gone."


robot = app.test_client()

print("Before:", robot.get("/orders").text)

page = robot.get("/").text
for piece in page.split('href="')[1:]:
    link = piece.split('"')[0]
    print("The robot follows", link)
    robot.get(link)

print("After: ", robot.get("/orders").text)
