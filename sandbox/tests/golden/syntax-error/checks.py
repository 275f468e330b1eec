from coursewright import check, expect_equal, fail


@check("one")
def one(client):
    client.get("/").expect_status(200)


@check("two")
def two(client):
    client.get("/").expect_status(200)
