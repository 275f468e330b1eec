from flask import Flask, request

app = Flask(__name__)

scores = {}
game = {"round": 1}


@app.get("/scores/<name>")
def show_score(name):
    return f"{scores.get(name, 0)}"


@app.post("/scores/<name>/<int:points>")
def add_points(name, points):
    scores[name] = scores.get(name, 0) + points
    return f"{scores[name]}"


@app.put("/scores/<name>/<int:points>")
def set_score(name, points):
    scores[name] = points
    return f"{scores[name]}"


@app.delete("/scores/<name>")
def forget(name):
    scores.pop(name, None)
    return "Forgotten"


@app.get("/scores")
def players():
    return f"Players: {len(scores)}"


@app.route("/round", methods=["GET", "POST"])
def show_round():
    if request.method == "POST":
        game["round"] = game["round"] + 1
    return f"Round {game['round']}"


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    print(client.post("/scores/ada/5").status)
    print(client.put("/scores/ben/8").status)
    for path in ["/scores/ada", "/scores/ben", "/scores", "/round"]:
        response = client.get(path)
        print(path, response.text if response.status_code == 200 else response.status)
