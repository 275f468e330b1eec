from coursewright import check, expect_equal


@check("parts and paths")
def right(client):
    response = client.get("/").expect_json_part({"total": 3}).expect_json("milk", at="items[1].name").expect_json_part({"count": 1}, at="items[-1]")
    expect_equal(response.json_at("items[0].count"), 2, "count")


@check("lists every difference")
def different(client):
    client.get("/").expect_json({"items": [{"name": "tea", "count": 3, "paid": True}], "sum": 3})


@check("only what is asked for")
def part(client):
    client.get("/").expect_json_part({"items": [{"paid": True}, {"paid": True}]})


@check("a name is missing")
def no_name(client):
    client.get("/").json_at("items[0].price")


@check("an item is missing")
def no_item(client):
    client.get("/").expect_json("tea", at="items[2].name")


@check("a path through a number")
def no_object(client):
    client.get("/").expect_json(1, at="total.sum")


@check("no JSON")
def no_json(client):
    client.get("/text").expect_json([1, 2])


@check("JSON without end")
def deep(client):
    client.get("/deep").expect_json([])
