from flask import ___

app = Flask(___)

coming = ["7", "12"]  # the lines of the next buses, the first one first


def leave():  # the bus at the stop drives off
    coming.pop(0)


def announce(line):  # another bus is on its way
    coming.append(line)


@app.get(___)
def sign():
    ___ f"Next bus: line {___}"


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    print(client.get("/").text)
    leave()
    print(client.get("/").text)
