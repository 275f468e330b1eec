"""Does the cinema read the query, the form and the header, and get by without them?"""
from coursewright import check, fail

FILMS = ["Metropolis", "City Lights", "Sunrise"]  # as the list starts; what is added below is added here
WORDS = ["Harbor", "Garden", "Winter", "Lantern", "River", "Comet", "Meadow", "Island"]
NAMES = ["Mia", "Omar", "Lena", "Tariq", "Yuki", "Pavel"]


def add_films(program, rng, count):
    """Films whose titles hold a word that no other title has."""
    word = rng.choice([one for one in WORDS if not any(one in film for film in FILMS)])
    titles = [f"{word} {rng.randint(100, 999)} {part}" for part in ["One", "Two", "Three"][:count]]
    for title in titles:
        program.call("add_film", title)
        FILMS.append(title)
    return word, titles


def expect_films(client, titles, message=None, **query):
    client.get("/films", query=query).expect_status(200).expect_body(", ".join(titles), message=message)


@check("GET /films finds the word in the titles", visible=True)
def finds(client, program, rng):
    expect_films(client, ["City Lights"], word="city")
    word, titles = add_films(program, rng, 2)
    expect_films(client, titles, word=word)
    expect_films(client, titles, word=word.upper())
    expect_films(client, FILMS, "Without a word, all films are listed.")


@check("GET /films lists as many as the limit says", visible=True)
def limits(client, program, rng):
    word, titles = add_films(program, rng, 3)
    for limit in (1, 2):
        expect_films(client, titles[:limit], word=word, limit=limit)
    while len(FILMS) < 12:
        add_films(program, rng, 2)
    expect_films(client, FILMS[:10], "There are more than ten films, and no limit was given.")
    expect_films(client, FILMS[:10], 'There are more than ten films, and the limit was "many".', limit="many")


@check("POST /seats reads the form", visible=True)
def reserves(client, rng):
    name, seats = rng.choice(NAMES), rng.randint(2, 9)
    response = client.post("/seats", data={"name": name, "seats": str(seats)}).expect_status(200)
    if response.text.strip() == f"Seats for : {seats}":
        fail("The answer has the number of seats, but not the name that was sent in the form.")
    response.expect_body(f"Seats for {name}: {seats}")
    for data in ({"name": name}, {"name": name, "seats": "some"}):
        client.post("/seats", data=data).expect_status(200).expect_body(f"Seats for {name}: 1")
    client.post("/seats", data={"seats": "2"}).expect_status(200).expect_body("Seats for : 2")


@check("HTML in a name does no harm")
def escapes(client, rng):
    name = rng.choice(NAMES)
    client.post("/seats", data={"name": f"<b>{name}", "seats": "2"}).expect_status(200).expect_body(
        f"Seats for &lt;b&gt;{name}: 2", message="HTML in the name should be shown as text, not become part of the page."
    )


@check("GET /language reads the header", visible=True)
def language(client, rng):
    for code in rng.sample(["fr", "sv", "pt", "ja", "fi"], 2):
        client.get("/language", headers={"Accept-Language": f"{code}, en"}).expect_status(200).expect_body(f"You read: {code}")
    client.get("/language").expect_status(200).expect_body("You read: en")
    client.get("/language", headers={"Accept-Language": "<>"}).expect_body("You read: &lt;&gt;")
