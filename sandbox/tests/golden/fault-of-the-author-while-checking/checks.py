from coursewright import check, expect_equal, fail


@check("fine")
def fine(client):
    client.get("/set").expect_status(200)


@check("has a mistake of its own")
def mistaken(client):
    client.get("/set").expect_sttus(200)
