"""Does the planner find every plant by name, by number and by age, and turn the rest away?"""
from coursewright import check

PLANTS = {"bean": 10, "carrot": 4, "leek": 15}  # as the dictionary starts; what is sown is added below
MORE = ["radish", "onion", "pepper", "spinach", "fennel", "celery", "chard", "kale", "turnip", "parsnip"]
MISSING = "There is no such plant."


def sow(program, rng):
    name = rng.choice([one for one in MORE if one not in PLANTS])
    PLANTS[name] = rng.randint(6, 9)
    program.call("sow", name, PLANTS[name])
    return name


def told(name):
    return f"{name}: {PLANTS[name]} cm apart"


@check("/plants/<name> tells the distance", visible=True)
def by_name(client, program, rng):
    for name in [*PLANTS, sow(program, rng)]:
        client.get(f"/plants/{name}").expect_status(200).expect_body(told(name))
    client.get("/plants/cactus").expect_status(200).expect_body(MISSING)


@check("/plants/<name>/<count> works out the length of a row", visible=True)
def row(client, program, rng):
    name, count = sow(program, rng), rng.randint(3, 9)
    distance = PLANTS[name]
    response = client.get(f"/plants/{name}/{count}").expect_status(200)
    response.expect_no_text(
        str(count) * distance, message=f"{name} needs {distance} cm, and the count was written several times in a row."
    )
    response.expect_body(f"{count} of {name} need {distance * count} cm")
    client.get(f"/plants/cactus/{count}").expect_status(200).expect_body(MISSING)
    client.get(f"/plants/{name}/many").expect_status(404)


@check("/plants/<number> finds a plant by its place")
def by_number(client, program, rng):
    sow(program, rng)
    for number, name in enumerate(PLANTS, start=1):
        client.get(f"/plants/{number}").expect_status(200).expect_body(told(name))
    for number in (0, len(PLANTS) + 1, rng.randint(50, 99)):
        client.get(f"/plants/{number}").expect_status(200).expect_body(MISSING)


@check("/plants/newest tells about the last plant")
def newest(client, program, rng):
    for _ in range(2):
        name = sow(program, rng)
        client.get("/plants/newest").expect_status(200).expect_body(
            told(name), message=f"{name} was sown last, so it is the newest plant."
        )


@check("/signs/<text> shows any text, and HTML does no harm", visible=True)
def signs(client, rng):
    for text in ["herbs", f"bed/{rng.randint(1, 99)}/north"]:
        client.get(f"/signs/{text}").expect_status(200).expect_body(f"Sign: {text}")
    client.get("/signs/<b>herbs").expect_status(200).expect_body(
        "Sign: &lt;b&gt;herbs", message="HTML in the address should be shown as text, not become part of the page."
    )
