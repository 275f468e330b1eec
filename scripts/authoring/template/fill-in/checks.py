"""What a visitor should get."""
from coursewright import check

NAMES = ["Ada", "Boris", "Chidi", "Dana", "Emeka", "Farah"]


@check("/hello/<name> greets by name")
def greets_by_name(client, rng):
    for name in rng.sample(NAMES, 2):
        client.get(f"/hello/{name}").expect_status(200).expect_body(f"Hello, {name}!")


@check("/ greets a visitor without a name")
def greets_visitor(client):
    client.get("/").expect_status(200).expect_body("Hello, visitor!")
