"""The dictionary inside the session is changed, but the session is never told.

The first item is saved, because setdefault assigns to the session. Later ones are lost.

fails: POST /add counts up, request after request
hint: assign
"""

from flask import Flask, request, session

app = Flask(__name__)
app.config["SECRET_KEY"] = "only-for-practice"


def answer(basket):
    return {"items": basket, "total": sum(basket.values())}


@app.get("/basket")
def show():
    return answer(session.get("basket", {}))


@app.post("/add")
def add():
    item = request.form["item"]
    basket = session.setdefault("basket", {})
    basket[item] = basket.get(item, 0) + 1
    return answer(basket)


@app.post("/remove")
def remove():
    item = request.form["item"]
    basket = session.setdefault("basket", {})
    if item in basket:
        basket[item] -= 1
        if basket[item] == 0:
            del basket[item]
    return answer(basket)


@app.post("/clear")
def clear():
    session.clear()
    return answer({})
