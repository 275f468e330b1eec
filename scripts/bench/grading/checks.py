"""Five checks of an ordinary exercise."""

from coursewright import check, expect_equal


@check("GET /set/<language> answers saved")
def saved(client, rng):
    client.get(f"/set/{rng.choice(['fr', 'de', 'es'])}").expect_status(200).expect_body("saved")


@check("the cookie holds the language")
def cookie(client, rng):
    language = rng.choice(["fr", "de", "es"])
    client.get(f"/set/{language}").expect_cookie("lang", value=language)


@check("the cookie is kept for an hour, out of reach of JavaScript")
def attributes(client):
    client.get("/set/fr").expect_cookie("lang", max_age=3600, http_only=True)


@check("GET /read tells the language")
def read_back(client, rng):
    language = rng.choice(["fr", "de", "es"])
    client.set_cookie("lang", language)
    client.get("/read").expect_text(language)


@check("the program makes its own response")
def makes_response(program):
    expect_equal(program.uses("make_response"), True, "use make_response")
