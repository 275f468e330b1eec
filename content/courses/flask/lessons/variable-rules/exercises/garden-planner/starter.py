from flask import Flask
from markupsafe import escape

app = Flask(__name__)

plants = {"bean": 10, "carrot": 4, "leek": 15}


def sow(name, distance):
    plants[name] = distance


# Write the five views here.


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
