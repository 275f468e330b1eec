"""Do status codes and headers say what happened at the lost property office?"""
from coursewright import check, expect

THINGS = ["glove", "hat", "book", "guitar", "lunch box", "camera", "key", "wallet", "jacket", "phone"]


def add(client, what):
    """The address of a new item, such as /items/3."""
    response = client.post("/items", data={"what": what}).expect_status(201).expect_header("Location")
    address = response.headers.get("Location") or ""
    expect(address.startswith("/items/") and address.removeprefix("/items/").isdigit(), "Location should be an address such as /items/3.")
    return address


@check("GET /items/<number> answers with JSON, or with 404", visible=True)
def shows(client, rng):
    client.get("/items/1").expect_status(200).expect_json({"number": 1, "what": "umbrella"})
    client.get("/items/2").expect_status(200).expect_json({"number": 2, "what": "red scarf"})
    client.get(f"/items/{rng.randint(500, 999)}").expect_status(404)


@check("POST /items asks what was found", visible=True)
def asks(client):
    for data in ({}, {"what": ""}, {"what": "   "}):
        client.post("/items", data=data).expect_status(400).expect_body("What was found?")


@check("POST /items answers 201, with the address of the item", visible=True)
def adds(client, rng):
    for number, what in enumerate(rng.sample(THINGS, 2), start=3):
        response = client.post("/items", data={"what": f" {what} "}).expect_status(201)
        response.expect_header("Location", f"/items/{number}").expect_body(f"Noted as number {number}")
        client.get(f"/items/{number}").expect_status(200).expect_json({"number": number, "what": what})


@check("DELETE /items/<number> answers 204, or 404", visible=True)
def deletes(client, rng):
    address = add(client, rng.choice(THINGS))
    client.delete(address).expect_status(204).expect_body("")
    client.get(address).expect_status(404, message=f"{address} was deleted, so it should not be found any more.")
    client.delete(address).expect_status(404)


@check("GET /items.txt is plain text")
def as_text(client, rng):
    what = rng.choice(THINGS)
    address = add(client, what)
    response = client.get("/items.txt").expect_status(200)
    response.expect_header("Content-Type", "text/plain; charset=utf-8")
    lines = response.text.splitlines()
    expect(lines[:2] == ["umbrella", "red scarf"] and lines[-1:] == [what], "The text should have one thing on each line, the newest at the end.")
    for number in range(1, int(address.removeprefix("/items/")) + 1):
        client.delete(f"/items/{number}")
    client.get("/items.txt").expect_status(200).expect_body("")
    client.post("/items", data={"what": what}).expect_status(201).expect_header("Location", "/items/1")
