from flask import Flask

app = Flask(__name__)

shelf = []  # the loaves, the one that was baked first in front


def bake(bread):
    shelf.append(bread)


def sell():
    shelf.pop(0)


@app.get("/")
def home():
    if len(shelf) == 0:
        return "Sold out. See you tomorrow!"
    if len(shelf) == 1:
        return f"One loaf left: {shelf[0]}"
    return f"{len(shelf)} loaves left. First to go: {shelf[0]}"


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    print(client.get("/").text)
    bake("rye")
    print(client.get("/").text)
    bake("baguette")
    print(client.get("/").text)
    sell()
    print(client.get("/").text)
