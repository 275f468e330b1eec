"""The text of the sign goes into the page as it came, HTML and all.

fails: /signs/<text> shows any text, and HTML does no harm
hint: sign
"""

from flask import Flask

app = Flask(__name__)

plants = {"bean": 10, "carrot": 4, "leek": 15}


def sow(name, distance):
    plants[name] = distance


@app.get("/plants/<name>")
def by_name(name):
    if name not in plants:
        return "There is no such plant."
    return f"{name}: {plants[name]} cm apart"


@app.get("/plants/<name>/<int:count>")
def row(name, count):
    if name not in plants:
        return "There is no such plant."
    return f"{count} of {name} need {plants[name] * count} cm"


@app.get("/plants/<int:number>")
def by_number(number):
    names = list(plants)
    if number < 1 or number > len(names):
        return "There is no such plant."
    return by_name(names[number - 1])


@app.get("/plants/newest")
def newest():
    return by_name(list(plants)[-1])


@app.get("/signs/<path:text>")
def sign(text):
    return f"Sign: {text}"


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    for path in [
        "/plants/bean",
        "/plants/bean/12",
        "/plants/1",
        "/plants/0",
        "/plants/newest",
        "/signs/bed/north",
    ]:
        response = client.get(path)
        print(path, response.text if response.status_code == 200 else response.status)
