"""Does the guest book know each visitor by name, and only until they log out?"""
from coursewright import check, fail

NAMES = ["Ada", "Boris", "Chidi", "Dana", "Emeka", "Farah", "Goran", "Hana", "Ines", "Jun"]


def forget_all_cookies(client):
    """Turn the client into a visitor who has never been here."""
    for name in list(client.cookies):
        client.delete_cookie(name)


def log_in(client, name):
    return client.post("/login", data={"name": name}).expect_status(200)


@check("A new visitor is greeted as stranger", visible=True)
def greets_stranger(client):
    client.get("/hello").expect_status(200).expect_body("Hello, stranger!")


@check("POST /login welcomes the visitor by name", visible=True)
def welcomes(client, rng):
    name = rng.choice(NAMES)
    log_in(client, name).expect_body(f"Welcome, {name}!")


@check("GET /hello remembers the name", visible=True)
def remembers(client, rng):
    for name in rng.sample(NAMES, 2):
        log_in(client, name)
        client.get("/hello").expect_status(200).expect_body(
            f"Hello, {name}!",
            message=f"{name} logged in, then asked for /hello in the next request.",
        )


@check("A second visitor is still a stranger")
def keeps_visitors_apart(client, rng):
    name = rng.choice(NAMES)
    log_in(client, name)
    held = set(client.cookies)
    forget_all_cookies(client)
    client.get("/hello").expect_status(200).expect_no_text(
        name, message=f"{name} logged in. Then somebody else opened /hello and was taken for {name}."
    ).expect_body("Hello, stranger!")
    if "session" not in held:
        fail("The app remembers the name, but does not keep it in the session.")


@check("POST /logout forgets the name", visible=True)
def logs_out(client, rng):
    name = rng.choice(NAMES)
    log_in(client, name)
    client.post("/logout").expect_status(200).expect_body("Goodbye!")
    client.get("/hello").expect_status(200).expect_no_text(
        name, message=f"{name} logged out, and the next /hello still greets {name}."
    ).expect_body("Hello, stranger!")


@check("Logging out without a name is no error")
def logs_out_twice(client):
    client.post("/logout").expect_status(200).expect_body("Goodbye!")
