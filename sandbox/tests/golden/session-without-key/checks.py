from coursewright import check, expect_equal, fail


@check("counts")
def counts(client):
    client.get("/count").expect_body("1")
