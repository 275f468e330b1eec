from coursewright import check, expect_equal, fail


@check("one")
def one(client):
    client.get("/").expect_status(200)
