from flask import Flask, request, session

app = Flask(__name__)
app.config["SECRET_KEY"] = "only-for-practice"


def read_basket():
    """A copy of the basket; store it again to keep a change."""
    return dict(session.get("basket", {}))


def answer(basket):
    return {"items": basket, "total": sum(basket.values())}


@app.get("/basket")
def show():
    return answer(read_basket())


@app.post("/add")
def add():
    item = request.form["item"]
    basket = read_basket()
    basket[item] = basket.get(item, 0) + 1
    session["basket"] = basket
    return answer(basket)


@app.post("/remove")
def remove():
    item = request.form["item"]
    basket = read_basket()
    if item in basket:
        basket[item] -= 1
        if basket[item] == 0:
            del basket[item]
        session["basket"] = basket
    return answer(basket)


@app.post("/clear")
def clear():
    session.pop("basket", None)
    return answer({})


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    visitor = app.test_client()
    for item in ["apple", "bread", "apple"]:
        print(visitor.post("/add", data={"item": item}).json)
    print(visitor.get("/basket").json)
    print(visitor.post("/remove", data={"item": "bread"}).json)
    print(visitor.post("/clear").json)
