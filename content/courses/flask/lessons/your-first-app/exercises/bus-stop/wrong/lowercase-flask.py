"""The library's name is imported instead of the tool in it: a small f for a capital one.

fails: (does not run)
hint: import
"""

from flask import flask

app = Flask(__name__)

coming = ["7", "12"]  # the lines of the next buses, the first one first


def leave():  # the bus at the stop drives off
    coming.pop(0)


def announce(line):  # another bus is on its way
    coming.append(line)


@app.get("/")
def sign():
    return f"Next bus: line {coming[0]}"


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    print(client.get("/").text)
    leave()
    print(client.get("/").text)
