"""Each browser carries its own count, in a cookie the visitor may edit."""

from coursewright import check

ONE_YEAR = 60 * 60 * 24 * 365


@check("One browser's visits are counted from Visit 1 upward", visible=True)
def counts_up(client, rng):
    for visit in range(1, rng.randint(3, 6) + 1):
        response = client.get("/")
        response.expect_status(200)
        response.expect_body(f"Visit {visit}")
        response.expect_cookie("visits", value=str(visit))


@check("The count comes from the browser's own cookie")
def count_is_in_the_cookie(client, rng):
    before = rng.randint(20, 90)
    client.set_cookie("visits", str(before))
    client.get("/").expect_status(200).expect_body(
        f"Visit {before + 1}",
        message=f"A browser that arrives with visits={before} is on visit {before + 1}.",
    )
    client.delete_cookie("visits")
    client.get("/").expect_status(200).expect_body(
        "Visit 1",
        message="A browser without the cookie is on visit 1, whoever came before it.",
    )


@check("The cookie is kept for 365 days, out of reach of JavaScript", visible=True)
def kept_for_a_year(client):
    response = client.get("/").expect_status(200)
    response.expect_cookie("visits", max_age=ONE_YEAR, http_only=True)


@check("/reset makes the browser forget", visible=True)
def reset_forgets(client, rng):
    for _ in range(rng.randint(2, 4)):
        client.get("/").expect_status(200)
    response = client.get("/reset")
    response.expect_status(200)
    response.expect_body("Forgotten")
    response.expect_deleted_cookie("visits")
    client.get("/").expect_status(200).expect_body("Visit 1")


@check("A cookie that holds no number starts over at Visit 1")
def survives_an_edited_cookie(client, rng):
    for word in rng.sample(["banana", "many", "twelve", "3x", "1.5", "none"], 3):
        client.set_cookie("visits", word)
        client.get("/").expect_status(200).expect_body("Visit 1")
