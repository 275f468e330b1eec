"""Does every visitor have a basket that lasts from request to request?"""
from coursewright import check, expect_equal, fail

ITEMS = ["apple", "bread", "cheese", "dates", "eggs", "flour", "grapes", "honey", "ice", "jam"]


def basket_of(counts):
    """The answer every route owes for these counts."""
    return {"items": counts, "total": sum(counts.values())}


def counted(answer, item):
    """The count of one item in an answer, whatever shape that answer has."""
    items = answer.get("items") if isinstance(answer, dict) else None
    return items.get(item) if isinstance(items, dict) else None


def add(client, item, times=1):
    for _ in range(times):
        response = client.post("/add", data={"item": item}).expect_status(200)
    return response


@check("A new visitor has an empty basket", guard=True, visible=True)
def starts_empty(client):
    client.get("/basket").expect_status(200).expect_json(basket_of({}))


@check("POST /add counts up, request after request", visible=True)
def counts_up(client, rng):
    item = rng.choice(ITEMS)
    add(client, item).expect_json(basket_of({item: 1}))
    add(client, item)
    add(client, item)
    last = add(client, item).expect_status(200)
    kept = counted(last.json, item)
    if kept in (1, 2, 3):
        fail(
            f'"{item}" was added four times, in four requests. Some of them were not kept.',
            expected=basket_of({item: 4}),
            actual=last.json,
        )
    last.expect_json(basket_of({item: 4}))


@check("Two visitors have two baskets")
def keeps_apart(client, rng):
    mine, theirs = rng.sample(ITEMS, 2)
    add(client, mine)
    for name in list(client.cookies):
        client.delete_cookie(name)
    client.get("/basket").expect_status(200).expect_json(
        basket_of({}), message="A second visitor should start with an empty basket, not with the first one's."
    )
    add(client, theirs, 2).expect_json(basket_of({theirs: 2}))


@check("GET /basket shows every item with its count", visible=True)
def shows_all(client, rng):
    counts = {item: rng.randint(1, 3) for item in rng.sample(ITEMS, 3)}
    for item, times in counts.items():
        add(client, item, times)
    for _ in range(2):
        client.get("/basket").expect_status(200).expect_json(
            basket_of(counts), message="After several items were added, GET /basket does not show what was put in."
        )


@check("POST /remove takes out one at a time")
def removes(client, rng):
    first, second, absent = rng.sample(ITEMS, 3)
    add(client, first, 2)
    add(client, second)

    def remove(item, counts, message):
        response = client.post("/remove", data={"item": item}).expect_status(200)
        expect_equal(response.json, basket_of(counts), message)
        expect_equal(
            client.get("/basket").expect_status(200).json,
            basket_of(counts),
            "/remove answered well, but GET /basket disagrees.",
        )

    remove(first, {first: 1, second: 1}, f'The basket held 2 of "{first}" and one was removed.')
    remove(first, {second: 1}, f'The last "{first}" was removed, so it should disappear.')
    remove(absent, {second: 1}, f'"{absent}" is not in the basket, so nothing should change.')


@check("POST /clear empties the basket", visible=True)
def clears(client, rng):
    for item in rng.sample(ITEMS, 2):
        add(client, item)
    client.post("/clear").expect_status(200).expect_json(basket_of({}))
    client.get("/basket").expect_status(200).expect_json(basket_of({}), message="The basket should stay empty after /clear.")
    item = rng.choice(ITEMS)
    add(client, item).expect_json(basket_of({item: 1}))
