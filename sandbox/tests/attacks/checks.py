"""What every attack is graded against: an honest page, and a report of what the attack could reach."""

from coursewright import check


@check("GET /double/<n> doubles any number")
def doubles(client, rng):
    for _ in range(3):
        number = rng.randint(1000, 1_000_000)
        client.get(f"/double/{number}").expect_status(200).expect_body(str(2 * number))


@check("nothing was reached")
def nothing_reached(client):
    client.get("/reached").expect_json({})
