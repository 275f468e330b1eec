"""Can a program read and change the prices, and tell from codes and headers what happened?"""
from coursewright import check

BREADS = {"rye": 5, "pretzel": 2}  # as the dictionary starts; what is added is added here, too
MORE = ["bagel", "brioche", "ciabatta", "focaccia", "naan", "pita", "sourdough", "spelt", "toast"]

TAKEN = set()


def new_name(rng):
    """A bread that no check has named yet."""
    name = f"{rng.choice(MORE)}{rng.randint(100, 999)}"
    if name in TAKEN:
        return new_name(rng)
    TAKEN.add(name)
    return name


def put(client, name, price):
    response = client.put(f"/breads/{name}", data={"price": str(price)})
    if response.status in (200, 201):
        BREADS[name] = price
    return response


def about(name):
    return {"name": name, "price": BREADS[name]}


@check("GET /breads answers with all prices", visible=True)
def all_prices(client, rng):
    client.get("/breads").expect_status(200).expect_json(BREADS).expect_header("Cache-Control", "max-age=60")
    put(client, new_name(rng), rng.randint(3, 9)).expect_status(201)
    client.get("/breads").expect_json(BREADS, message="A bread was added with PUT, and GET /breads should show it.")


@check("GET /breads/<name> answers with JSON, or with 404", visible=True)
def one_price(client, rng):
    for name in ("rye", "pretzel"):
        client.get(f"/breads/{name}").expect_status(200).expect_json(about(name))
    client.get(f"/breads/{new_name(rng)}").expect_status(404)


@check("PUT sets a price, with 201 for a new bread", visible=True)
def sets(client, rng):
    name = new_name(rng)
    first, second = rng.sample(range(1, 50), 2)
    put(client, name, first).expect_status(201).expect_header("Location", f"/breads/{name}").expect_json(about(name))
    client.get(f"/breads/{name}").expect_status(200).expect_json(about(name))
    put(client, name, second).expect_status(
        200, message=f"{name} was there before, so PUT should answer 200 this time."
    ).expect_json(about(name)).expect_no_header("Location")
    client.get(f"/breads/{name}").expect_json(about(name), message=f"PUT has set the price to {second}.")
    put(client, name, 1).expect_status(200).expect_json(about(name))


@check("PUT without a proper price answers 400")
def refuses(client, rng):
    name = new_name(rng)
    put(client, name, 7).expect_status(201)
    for data in ({}, {"price": ""}, {"price": "dear"}, {"price": "2.5"}, {"price": "0"}, {"price": f"-{rng.randint(1, 9)}"}):
        for target in (name, new_name(rng)):
            client.put(f"/breads/{target}", data=data).expect_status(400).expect_body("Please send a price.")
    client.get("/breads").expect_status(200).expect_json(BREADS, message="PUT without a proper price should change nothing.")


@check("DELETE answers 204, or 404", visible=True)
def removes(client, rng):
    name = new_name(rng)
    put(client, name, rng.randint(3, 9)).expect_status(201)
    client.delete(f"/breads/{name}").expect_status(204).expect_body("")
    del BREADS[name]
    client.get("/breads").expect_json(BREADS, message=f"{name} was deleted, and the others were not.")
    client.delete(f"/breads/{name}").expect_status(404)


@check("GET /prices.csv is a table")
def table(client, rng):
    put(client, new_name(rng), rng.randint(3, 9)).expect_status(201)
    rows = "\n".join(f"{name},{price}" for name, price in BREADS.items())
    response = client.get("/prices.csv").expect_status(200).expect_header("Content-Type")
    if (response.headers.get("Content-Type") or "").split(";")[0] != "text/csv":
        response.expect_header("Content-Type", "text/csv")
    if response.text.rstrip("\r\n").replace("\r\n", "\n") != f"bread,price\n{rows}":
        response.expect_body(f"bread,price\n{rows}")
