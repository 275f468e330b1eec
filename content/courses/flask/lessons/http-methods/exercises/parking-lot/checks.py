"""Does each method do its own job, and no other?"""
from coursewright import check

CLOSED, OPEN = "The gate is closed.", "The gate is open."


def plates(rng, count):
    return [f"{letters}{number}" for letters, number in zip(rng.sample(["KX", "BO", "TR", "LM", "ZA"], count), rng.sample(range(10, 99), count))]


def expect_cars(client, count, message=None):
    client.get("/cars").expect_status(200).expect_body(f"Cars: {count}", message=message)


@check("GET /cars counts the cars", visible=True)
def counts(client):
    for _ in range(2):
        expect_cars(client, 0)


@check("POST /cars/<plate> lets a car in", visible=True)
def lets_in(client, rng):
    inside = plates(rng, rng.randint(2, 4))
    for count, plate in enumerate(inside, start=1):
        client.post(f"/cars/{plate}").expect_status(200).expect_body("Welcome")
        expect_cars(client, count, f"{count} different cars were let in.")
    for plate in inside:
        client.delete(f"/cars/{plate}")


@check("DELETE /cars/<plate> lets it out, and twice does no harm", visible=True)
def lets_out(client, rng):
    first, second, third = plates(rng, 3)
    for plate in (first, second, third):
        client.post(f"/cars/{plate}")
    for _ in range(2):
        client.delete(f"/cars/{second}").expect_status(200).expect_body("Goodbye")
        expect_cars(client, 2, "Three cars were let in and one was let out, so two are left.")
    for plate in (first, third):
        client.delete(f"/cars/{plate}").expect_status(200)
    expect_cars(client, 0, "All cars were let out again.")


@check("GET /gate looks, and POST /gate moves", visible=True)
def gate(client, rng):
    only_looked = "GET /gate only looked, and the gate should be as it was before."
    for state in [CLOSED, OPEN, CLOSED, OPEN][: rng.choice([2, 4])]:
        for _ in range(2):
            client.get("/gate").expect_status(200).expect_body(state, message=only_looked)
        other = OPEN if state == CLOSED else CLOSED
        client.post("/gate").expect_status(200).expect_body(other)


@check("Every path refuses other methods")
def refuses(client, rng):
    plate = plates(rng, 1)[0]
    client.get("/cars").expect_status(200)
    for method, path in [("POST", "/cars"), ("GET", f"/cars/{plate}"), ("PUT", f"/cars/{plate}"), ("DELETE", "/gate")]:
        client.request(method, path).expect_status(405)
