from coursewright import check, expect_equal, fail


@check("one")
def one(client):
    client.get("/one").expect_body("one")


@check("two")
def two(client):
    client.get("/two").expect_body("three")
