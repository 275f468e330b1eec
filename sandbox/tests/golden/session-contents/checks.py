from coursewright import check, expect_equal


@check("reads what the app keeps")
def reads(client):
    client.set_session(items=[])
    client.get("/add/tea")
    client.get("/add/milk")
    client.expect_session(items=["tea", "milk"], where=[1, 2])
    expect_equal(client.session["_flashes"], [["message", "added"], ["message", "added"]], "flashes")
    client.get("/long")
    expect_equal(len(client.session["text"]), 2000, "a long session is compressed")


@check("sets what the app finds")
def sets(client):
    client.set_session(items=["jam"])
    client.get("/read").expect_json({"items": ["jam"]})
    client.another().get("/read").expect_json({"items": []})


@check("holds something else")
def other(client):
    client.set_session(items=["jam"])
    client.expect_session(items=["tea"])


@check("holds nothing of that name")
def missing(client):
    client.set_session(items=["jam"])
    client.expect_session(name="Ada")


@check("holds too much")
def too_much(client):
    client.set_session(items=["jam"])
    client.expect_not_in_session("name", "items")
