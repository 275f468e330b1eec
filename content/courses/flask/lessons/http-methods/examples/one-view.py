from flask import Flask, request

app = Flask(__name__)

door = {"open": False}


@app.route("/sign", methods=["GET", "POST"])
def sign():
    if request.method == "POST":
        door["open"] = not door["open"]
    if door["open"]:
        return "Come in, we are open!"
    return "Sorry, we are closed."


client = app.test_client()

print("GET: ", client.get("/sign").text)
print("POST:", client.post("/sign").text)
print("GET: ", client.get("/sign").text)
