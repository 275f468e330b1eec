from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)

films = ["Metropolis", "City Lights", "Sunrise"]


def add_film(title):
    films.append(title)


@app.get("/films")
def find_films():
    word = request.___.get("word", "")
    limit = request.args.get("limit", ___, type=___)
    found = []
    for film in films:
        if word.lower() in film.lower():
            found.append(film)
    return ", ".join(found[:limit])


@app.post("/seats")
def reserve():
    name = request.___.get("name", "")
    seats = request.form.get(___, 1, type=int)
    return f"Seats for {___(name)}: {seats}"


@app.get("/language")
def language():
    languages = request.___.get("Accept-Language", "en")
    return f"You read: {escape(languages[:2])}"


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    print(client.get("/films?word=city").text)
    print(client.get("/films?limit=2").text)
    print(client.post("/seats", data={"name": "Mia", "seats": "3"}).text)
    print(client.get("/language", headers={"Accept-Language": "fr, en"}).text)
