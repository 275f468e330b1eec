from coursewright import check, expect_equal, fail


@check("needs an app")
def needs(client):
    client.get("/").expect_status(200)
