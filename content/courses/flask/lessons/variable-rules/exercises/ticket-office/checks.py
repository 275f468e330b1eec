"""Do the gaps in the routes of the museum take what they should, and nothing else?"""
from coursewright import check

NAMES = ["Mia", "Omar", "Lena", "Tariq", "Yuki", "Pavel"]
KINDS = ["senior", "student", "group", "family"]


@check("/price/<kind> gives the price of one ticket", visible=True)
def one_ticket(client, program, rng):
    client.get("/price/adult").expect_status(200).expect_body("One adult ticket: 12")
    client.get("/price/child").expect_status(200).expect_body("One child ticket: 5")
    client.get("/price/dog").expect_status(200).expect_body("There is no such ticket.")
    kind, price = rng.choice(KINDS), rng.randint(20, 90)
    program.call("set_price", kind, price)
    client.get(f"/price/{kind}").expect_status(200).expect_body(f"One {kind} ticket: {price}")


@check("/price/<kind>/<count> adds up the tickets", visible=True)
def several_tickets(client, program, rng):
    kind, price, count = rng.choice(KINDS), rng.randint(6, 9), rng.randint(3, 9)
    program.call("set_price", kind, price)
    path = f"/price/{kind}/{count}"
    response = client.get(path).expect_status(200)
    response.expect_no_text(
        str(count) * price, message=f"{path}: the price is {price}, and the count was written several times in a row."
    )
    response.expect_body(f"{count} {kind} tickets: {price * count}")
    client.get(f"/price/dog/{count}").expect_status(200).expect_body("There is no such ticket.")


@check("A count that is no whole number is not found", visible=True)
def only_whole_numbers(client, rng):
    client.get("/price/child/2").expect_status(200)
    for count in ["three", f"{rng.randint(1, 9)}.5", f"-{rng.randint(1, 9)}", "2/today"]:
        client.get(f"/price/child/{count}").expect_status(404)


@check("/room/<place> lets slashes through", visible=True)
def rooms(client, rng):
    for place in ["hall", f"east/{rng.randint(1, 9)}/b", f"tower/{rng.randint(1, 9)}"]:
        client.get(f"/room/{place}").expect_status(200).expect_body(f"The way to room {place}")
    client.get("/room/<i>hall").expect_status(200).expect_body("The way to room &lt;i&gt;hall")


@check("/hello/<name> greets, and HTML does no harm")
def greets(client, rng):
    name = rng.choice(NAMES)
    client.get(f"/hello/{name}").expect_status(200).expect_body(f"Hello, {name}!")
    client.get(f"/hello/<b>{name}").expect_status(200).expect_body(
        f"Hello, &lt;b&gt;{name}!", message="A name with HTML in it should be shown as text, not become part of the page."
    )
