from coursewright import check, expect_equal, fail


@check("before")
def before(client):
    client.get("/fine").expect_body("fine")


@check("the end")
def the_end(client):
    client.get("/end").expect_status(200)


@check("after")
def after(client):
    client.get("/fine").expect_body("fine")
