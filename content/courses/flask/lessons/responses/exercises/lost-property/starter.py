from flask import Flask, abort, make_response, request

app = Flask(__name__)

items = {1: "umbrella", 2: "red scarf"}


@app.get("/items/<int:number>")
def show_item(number):
    if number not in items:
        ___(404)
    return {"number": number, "what": ___}


@app.post("/items")
def add_item():
    what = request.form.get("what", "").strip()
    if what == "":
        return "What was found?", ___
    number = max(items, default=0) + 1  # one more than the largest number so far
    items[number] = what
    return f"Noted as number {number}", ___, {___: f"/items/{number}"}


@app.delete("/items/<int:number>")
def give_back(number):
    if number not in items:
        abort(___)
    del items[number]
    return "", ___


@app.get("/items.txt")
def as_text():
    response = ___("\n".join(items.values()))
    response.___["Content-Type"] = "text/plain; charset=utf-8"
    return response


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    print(client.get("/items/1").json)
    print(client.get("/items/9").status)
    response = client.post("/items", data={"what": "hat"})
    print(response.status, response.headers.get("Location"))
    print(client.get("/items.txt").text)
