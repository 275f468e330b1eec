"""Does each method of the scoreboard do what it should, and looking nothing at all?"""
from contextlib import contextmanager

from coursewright import check

NAMES = ["ada", "ben", "cleo", "dan", "eva", "finn", "gita", "hugo"]


@contextmanager
def players(client, rng, count):
    """Names for a while; whatever happens, they are off the board afterward."""
    names = rng.sample(NAMES, count)
    try:
        yield names
    finally:
        for name in names:
            client.delete(f"/scores/{name}")


def expect_score(response, score, message=None):
    response.expect_status(200).expect_body(str(score), message=message)


@check("POST adds points, and GET shows the score", visible=True)
def adds(client, rng):
    with players(client, rng, 2) as pair:
        name, other = pair
        score = 0
        for points in rng.sample(range(2, 40), 3):
            score += points
            expect_score(client.post(f"/scores/{name}/{points}"), score)
            for _ in range(2):
                expect_score(client.get(f"/scores/{name}"), score)
        expect_score(client.get(f"/scores/{other}"), 0, f"{other} has no score, so it is 0.")
        client.post(f"/scores/{name}/many").expect_status(404)


@check("PUT sets the score, also when it is sent twice", visible=True)
def sets(client, rng):
    with players(client, rng, 1) as names:
        name = names[0]
        client.post(f"/scores/{name}/{rng.randint(1, 9)}")
        for score in rng.sample(range(2, 40), 2):
            for _ in range(2):
                expect_score(client.put(f"/scores/{name}/{score}"), score)
            expect_score(client.get(f"/scores/{name}"), score)


@check("DELETE forgets a player, also when it is sent twice")
def forgets(client, rng):
    with players(client, rng, 2) as pair:
        name, other = pair
        points = rng.randint(2, 40)
        client.post(f"/scores/{name}/{points}")
        client.post(f"/scores/{other}/{points}")
        for _ in range(2):
            client.delete(f"/scores/{name}").expect_status(200).expect_body("Forgotten")
        expect_score(client.get(f"/scores/{name}"), 0, f"{name} was forgotten, so the score is 0.")
        expect_score(client.get(f"/scores/{other}"), points, f"{other} was not forgotten.")
        expect_score(client.post(f"/scores/{name}/{points}"), points, f"{name} was forgotten, and starts from 0.")


@check("GET /scores counts the players")
def counts(client, rng):
    client.get("/scores").expect_status(200).expect_body("Players: 0")
    with players(client, rng, rng.randint(2, 4)) as names:
        for count, name in enumerate(names, start=1):
            client.post(f"/scores/{name}/1")
            client.get("/scores").expect_body(f"Players: {count}")
        client.get("/scores/nobody")
        client.get("/scores").expect_body(
            f"Players: {len(names)}", message="Somebody asked for the score of nobody, which should put nobody on the board."
        )


@check("GET /round looks, and POST /round moves on", visible=True)
def rounds(client, rng):
    for number in range(1, rng.randint(3, 5)):
        for _ in range(2):
            client.get("/round").expect_status(200).expect_body(
                f"Round {number}", message="GET /round only looked, and the round should be as it was before."
            )
        client.post("/round").expect_status(200).expect_body(f"Round {number + 1}")
