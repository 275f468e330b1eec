"""Does the front page always say what is on the shelf right now?"""
from contextlib import contextmanager

from coursewright import check

BREADS = ["rye", "baguette", "pretzel", "sourdough", "ciabatta", "brioche", "focaccia", "bagel"]


@contextmanager
def baked(program, breads):
    """The shelf holds these loaves for a while; whatever happens, it is empty afterward."""
    left = list(breads)
    for bread in breads:
        program.call("bake", bread)

    def sell():
        program.call("sell")
        left.pop(0)

    try:
        yield sell
    finally:
        while left:
            sell()


def text_for(breads):
    if not breads:
        return "Sold out. See you tomorrow!"
    if len(breads) == 1:
        return f"One loaf left: {breads[0]}"
    return f"{len(breads)} loaves left. First to go: {breads[0]}"


def expect_shelf(client, breads, message=None):
    client.get("/").expect_status(200).expect_body(text_for(breads), message=message)


@check("An empty shelf is sold out", visible=True)
def sold_out(client):
    client.get("/").expect_status(200).expect_body("Sold out. See you tomorrow!")


@check("A single loaf is named", visible=True)
def one_loaf(client, program, rng):
    for bread in rng.sample(BREADS, 2):
        with baked(program, [bread]):
            client.get("/").expect_status(200).expect_body(f"One loaf left: {bread}")


@check("More loaves are counted, and the first one is named")
def more_loaves(client, program, rng):
    for count in (2, rng.randint(3, 6)):
        breads = rng.sample(BREADS, count)
        with baked(program, breads):
            expect_shelf(client, breads)


@check("The page keeps up while loaves are sold")
def keeps_up(client, program, rng):
    breads = rng.sample(BREADS, 4)
    with baked(program, breads) as sell:
        for sold in range(1, 5):
            sell()
            expect_shelf(
                client, breads[sold:], message=f"{sold} of 4 loaves are sold, and the page should say so."
            )
