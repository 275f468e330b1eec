from coursewright import check, expect_equal, fail


@check("set_cookie on text")
def on_text(client):
    client.get("/").expect_status(200)


@check("a view that returns nothing")
def returns_nothing(client):
    client.get("/nothing").expect_text("something")


@check("the others go on")
def others(client):
    client.get("/fine").expect_body("fine")
