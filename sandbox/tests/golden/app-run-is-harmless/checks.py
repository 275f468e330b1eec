from coursewright import check, expect_equal, fail


@check("answers")
def answers(client):
    client.get("/").expect_body("hi")
