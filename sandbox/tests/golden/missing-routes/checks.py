from coursewright import check, expect_equal, fail


@check("a near miss")
def near(client):
    client.get("/raed").expect_status(200)


@check("another method")
def method(client):
    client.post("/read").expect_status(200)


@check("a route with a part that does not fit")
def part(client):
    client.get("/user/eve").expect_text("eve")


@check("a 404 that is meant")
def meant(client):
    client.get("/nothing").expect_status(404)
