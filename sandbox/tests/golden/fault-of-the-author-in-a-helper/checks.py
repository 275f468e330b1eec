from coursewright import check


def doubled(response):
    return response.json["total"] * 2 + 1


@check("the total")
def total(client):
    if doubled(client.get("/")) != 7:
        client.get("/").expect_status(500)
