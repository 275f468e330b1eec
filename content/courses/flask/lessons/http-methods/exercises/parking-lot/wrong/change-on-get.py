"""The gate asks for the wrong method, so it moves when somebody looks at it.

fails: GET /gate looks, and POST /gate moves
hint: capitals
"""

from flask import Flask, request

app = Flask(__name__)

cars = []
gate = {"open": False}


@app.get("/cars")
def count_cars():
    return f"Cars: {len(cars)}"


@app.post("/cars/<plate>")
def let_in(plate):
    cars.append(plate)
    return "Welcome"


@app.delete("/cars/<plate>")
def let_out(plate):
    if plate in cars:
        cars.remove(plate)
    return "Goodbye"


@app.route("/gate", methods=["GET", "POST"])
def show_gate():
    if request.method == "GET":
        gate["open"] = not gate["open"]
    if gate["open"]:
        return "The gate is open."
    return "The gate is closed."


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    print(client.post("/cars/KX12").text)
    print(client.get("/cars").text)
    print(client.delete("/cars/KX12").text)
    print(client.get("/cars").text)
    print(client.post("/gate").text)
