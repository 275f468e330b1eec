"""Does the bakery take good orders only, and count them all?"""
from coursewright import check, fail

NAMES = ["Mia", "Omar", "Lena", "Tariq", "Yuki", "Pavel"]
BREADS = ["bagel", "brioche", "ciabatta", "focaccia", "naan", "pita", "sourdough", "spelt", "toast"]
NO_NAME, NO_BREAD, NO_COUNT = "Please tell us your name.", "We do not bake that.", "Please order 1 to 20."


def new_bread(program, rng):
    """A bread nobody has ordered yet, and its price."""
    bread, price = f"{rng.choice(BREADS)}{rng.randint(100, 999)}", rng.randint(3, 9)
    program.call("set_price", bread, price)
    return bread, price


def order(client, name, bread, count):
    return client.post("/orders", data={"name": name, "bread": bread, "count": str(count)}).expect_status(200)


def expect_ordered(client, count, message=None, **query):
    client.get("/orders", query=query).expect_status(200).expect_body(f"Ordered: {count}", message=message)


def expect_refusals(client, forms, answer):
    for data in forms:
        client.post("/orders", data=data).expect_status(200).expect_body(answer)


@check("A complete order is taken", visible=True)
def takes(client, program, rng):
    name, count = rng.choice(NAMES), rng.randint(2, 19)
    for bread, price in [("rye", 5), ("pretzel", 2), new_bread(program, rng)]:
        response = order(client, name, bread, count)
        if response.text.strip() == NO_NAME:
            fail("The form was filled in, and the app answers as if nothing had been sent.", expected="Thank you, …", actual=response.text)
        response.expect_body(f"Thank you, {name}! {count} {bread} cost {price * count}.")


@check("An order without a name is not taken", visible=True)
def wants_name(client, program, rng):
    bread, _ = new_bread(program, rng)
    count = str(rng.randint(1, 20))
    nameless = [{"bread": bread, "count": count}, {"name": "", "bread": bread, "count": count}, {"name": "  ", "bread": bread, "count": count}, {}]
    expect_refusals(client, nameless, NO_NAME)
    expect_ordered(client, 0, "An order without a name should not be kept.", bread=bread)


@check("A bread without a price is not taken", visible=True)
def wants_bread(client, rng):
    name, count = rng.choice(NAMES), str(rng.randint(1, 20))
    cake = f"cake{rng.randint(100, 999)}"
    expect_refusals(client, [{"name": name, "count": count}, {"name": name, "bread": cake, "count": count}, {"name": name}], NO_BREAD)
    expect_ordered(client, 0, f"There is no {cake}, so an order for it should not be kept.", bread=cake)


@check("A count outside 1 to 20 is not taken", visible=True)
def wants_count(client, program, rng):
    name, (bread, price) = rng.choice(NAMES), new_bread(program, rng)
    bad = ["0", "21", "-3", "lots", "2.5", "", str(rng.randint(22, 99))]
    expect_refusals(client, [{"name": name, "bread": bread}, *[{"name": name, "bread": bread, "count": count} for count in bad]], NO_COUNT)
    expect_ordered(client, 0, "An order without a proper count should not be kept.", bread=bread)
    for count in (1, 20):
        order(client, name, bread, count).expect_body(f"Thank you, {name}! {count} {bread} cost {price * count}.")


@check("HTML in a name does no harm")
def escapes(client, rng):
    name = rng.choice(NAMES)
    order(client, f"  <i>{name} ", "rye", 1).expect_body(
        f"Thank you, &lt;i&gt;{name}! 1 rye cost 5.",
        message="Spaces at the ends of the name should be gone, and HTML in it should be shown as text.",
    )


@check("GET /orders adds up what was ordered")
def adds_up(client, program, rng):
    name, (first, _), (second, _) = rng.choice(NAMES), new_bread(program, rng), new_bread(program, rng)
    expect_ordered(client, 0, "Nobody has ordered this bread yet.", bread=first)
    before = client.get("/orders").expect_status(200).text
    counts = [rng.randint(1, 9) for _ in range(3)]
    for bread, count in zip([first, second, first], counts):
        order(client, name, bread, count)
    expect_ordered(client, counts[0] + counts[2], bread=first)
    expect_ordered(client, counts[1], bread=second)
    number = before.removeprefix("Ordered: ")
    if not number.isdigit():
        fail("GET /orders should answer with a number.", expected="Ordered: 8", actual=before)
    expect_ordered(client, int(number) + sum(counts), f"It was {number} before, and {sum(counts)} more were ordered.")
