"""The 404 stands in the text, and the status is still 200.

fails: GET /breads/<name> answers with JSON, or with 404
hint: codes
"""

from flask import Flask, abort, make_response, request

app = Flask(__name__)

breads = {"rye": 5, "pretzel": 2}


@app.get("/breads")
def all_breads():
    return breads, {"Cache-Control": "max-age=60"}


@app.get("/breads/<name>")
def one_bread(name):
    if name not in breads:
        return "404 Not Found"
    return {"name": name, "price": breads[name]}


@app.put("/breads/<name>")
def set_price(name):
    price = request.form.get("price", 0, type=int)
    if price < 1:
        return "Please send a price.", 400
    was_there = name in breads
    breads[name] = price
    if was_there:
        return {"name": name, "price": price}
    return {"name": name, "price": price}, 201, {"Location": f"/breads/{name}"}


@app.delete("/breads/<name>")
def remove(name):
    if name not in breads:
        abort(404)
    del breads[name]
    return "", 204


@app.get("/prices.csv")
def table():
    lines = ["bread,price"]
    for name, price in breads.items():
        lines.append(f"{name},{price}")
    response = make_response("\n".join(lines))
    response.headers["Content-Type"] = "text/csv"
    return response


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    print("GET /breads:", client.get("/breads").json)
    print("GET /breads/rye:", client.get("/breads/rye").json)
    print("GET /breads/cake:", client.get("/breads/cake").status)
    print("PUT /breads/cake:", client.put("/breads/cake", data={"price": "9"}).status)
    print("PUT /breads/cake:", client.put("/breads/cake", data={"price": "dear"}).status)
    print("DELETE /breads/cake:", client.delete("/breads/cake").status)
    print("GET /prices.csv:", client.get("/prices.csv").headers["Content-Type"])
