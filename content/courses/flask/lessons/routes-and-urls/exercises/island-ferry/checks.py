"""Do all pages of the ferry's site stand at their addresses?"""
from coursewright import check


@check("The front page links to /timetable and /prices", visible=True)
def links(client):
    page = client.get("/").expect_status(200).html
    page.expect_link("/timetable", "Timetable")
    page.expect_link("/prices", "Prices")


@check("/timetable lists all departures", visible=True)
def lists_departures(client, program, rng):
    client.get("/timetable").expect_status(200).expect_body("Departures: 9:15, 13:40")
    time = f"{rng.randint(14, 22)}:{rng.randint(10, 59)}"
    program.call("add_departure", time)
    client.get("/timetable").expect_body(
        f"Departures: 9:15, 13:40, {time}", message=f"A departure at {time} was added to the list."
    )


@check("/prices and /fares show the same page", visible=True)
def two_doors(client):
    for path in ("/prices", "/fares"):
        client.get(path).expect_status(200).expect_body("Adults 8, children 4")


@check("/island/ answers, and /island leads there", visible=True)
def island(client):
    client.get("/island/").expect_status(200).expect_body("Two beaches, one lighthouse, no cars")
    client.get("/island").expect_redirect("/island/")
