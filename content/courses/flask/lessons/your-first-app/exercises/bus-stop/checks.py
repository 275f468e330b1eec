"""Does the sign always show the first bus of the list, as it is now?"""
from coursewright import check


@check("GET / answers with status 200", visible=True)
def answers(client):
    client.get("/").expect_status(200)


@check("The first sign names line 7", visible=True)
def starts_with_seven(client):
    client.get("/").expect_status(200).expect_body("Next bus: line 7")


@check("The sign follows the buses", visible=True)
def follows(client, program, rng):
    announced = [str(number) for number in rng.sample(range(20, 99), 3)]
    for line in announced:
        program.call("announce", line)
    client.get("/").expect_body(
        "Next bus: line 7", message="Buses were announced, and line 7 is still the first one."
    )
    for line in ["12", *announced]:
        program.call("leave")
        client.get("/").expect_status(200).expect_body(
            f"Next bus: line {line}",
            message=f"A bus has left the stop, so line {line} is the next one.",
        )
