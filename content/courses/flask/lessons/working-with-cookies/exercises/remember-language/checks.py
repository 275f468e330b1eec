"""A visitor chooses a language once, and every later page greets in it."""

from coursewright import check

GREETINGS = {
    "en": "Hello",
    "fr": "Bonjour",
    "de": "Hallo",
    "es": "Hola",
    "sv": "Hej",
}
THIRTY_DAYS = 60 * 60 * 24 * 30


@check("/language/<code> answers Saved and sends the lang cookie", visible=True)
def sends_cookie(client, rng):
    for code in rng.sample(sorted(GREETINGS), 3):
        response = client.get(f"/language/{code}")
        response.expect_status(200)
        response.expect_body("Saved")
        response.expect_cookie("lang", value=code)


@check("The lang cookie is kept for 30 days", visible=True)
def lasts_thirty_days(client, rng):
    response = client.get(f"/language/{rng.choice(sorted(GREETINGS))}")
    response.expect_cookie("lang", max_age=THIRTY_DAYS)


@check("/welcome greets in the language of the cookie", visible=True)
def greets_from_cookie(client, rng):
    for code in rng.sample(sorted(GREETINGS), 3):
        client.set_cookie("lang", code)
        client.get("/welcome").expect_status(200).expect_body(GREETINGS[code])
    client.set_cookie("lang", "tlh")
    client.get("/welcome").expect_status(200).expect_body("I do not know this language yet.")


@check("/welcome greets a first-time visitor with Hello", visible=True)
def greets_newcomer(client):
    client.get("/welcome").expect_status(200).expect_body("Hello")


@check("A new choice replaces the old one")
def choice_is_remembered(client, rng):
    for code in rng.sample(sorted(GREETINGS), 3):
        client.get(f"/language/{code}").expect_status(200)
        client.get("/welcome").expect_status(200).expect_body(
            GREETINGS[code],
            message=f"After /language/{code}, the greeting on /welcome should change with it.",
        )
