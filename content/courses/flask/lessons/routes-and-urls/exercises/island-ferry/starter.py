from flask import Flask

app = Flask(__name__)

departures = ["9:15", "13:40"]


def add_departure(time):
    departures.append(time)


@app.get("/")
def home():
    return '<a href="/timetable">Timetable</a> <a href="___">Prices</a>'


@app.get("___")
def timetable():
    return f"Departures: {', '.join(departures)}"


@app.get("/fares")
@___("/prices")
def prices():
    return "Adults 8, children 4"


@app.get("___")
def ___():
    return "Two beaches, one lighthouse, no cars"


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    for path in ["/", "/timetable", "/prices", "/fares", "/island/", "/island"]:
        print(path, client.get(path).status)
