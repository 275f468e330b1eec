from coursewright import check, expect_equal, fail


@check("a session lasts from request to request")
def lasts(client):
    for number in (1, 2, 3):
        client.get("/count").expect_body(str(number))


@check("another browser has another session")
def another(client):
    client.get("/count").expect_body("1")
    client.delete_cookie("session")
    client.get("/count").expect_body("1")
