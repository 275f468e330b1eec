"""The route of the island has no slash at its end, so the path with a slash fits nothing.

fails: /island/ answers, and /island leads there
hint: slash
"""

from flask import Flask

app = Flask(__name__)

departures = ["9:15", "13:40"]


def add_departure(time):
    departures.append(time)


@app.get("/")
def home():
    return '<a href="/timetable">Timetable</a> <a href="/prices">Prices</a>'


@app.get("/timetable")
def timetable():
    return f"Departures: {', '.join(departures)}"


@app.get("/fares")
@app.get("/prices")
def prices():
    return "Adults 8, children 4"


@app.get("/island")
def island():
    return "Two beaches, one lighthouse, no cars"


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    for path in ["/", "/timetable", "/prices", "/fares", "/island/", "/island"]:
        print(path, client.get(path).status)
