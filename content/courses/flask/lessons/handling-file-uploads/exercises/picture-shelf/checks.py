"""What a visitor should get from the picture shelf."""
from coursewright import check, expect_equal, fail

PNG_START = b"\x89PNG\r\n\x1a\n"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def word(rng):
    return "".join(rng.choices(LETTERS, k=8))


def png(rng, size=60):
    return PNG_START + "".join(rng.choices(LETTERS, k=size - len(PNG_START))).encode()


def add(client, *pictures):
    """Sends each (name, content) in the field pictures, as a browser sends several chosen files."""
    return client.post("/pictures", files={"pictures": list(pictures)})


def shelf(client):
    return client.get("/pictures").expect_status(200).text.splitlines()


@check("The shelf is empty at first", visible=True)
def starts_empty(client):
    expect_equal(shelf(client), [], "Nobody has added a picture yet, so the list must be empty.")


@check("Several pictures are saved and listed in order", visible=True)
def saves_and_lists(client, rng):
    names = ["m" + word(rng) + ".png", "z" + word(rng) + ".PNG", "a" + word(rng) + ".png"]
    response = add(client, *[(name, png(rng)) for name in names]).expect_status(201)
    expect_equal(response.text.splitlines(), names, "The answer must hold the saved names in the order they came.")
    expect_equal(shelf(client), sorted(names), "GET /pictures must list the names in alphabetical order.")


@check("A picture comes back byte for byte", visible=True)
def gives_back(client, rng):
    name, content = word(rng) + ".png", png(rng, rng.randint(40, 400))
    add(client, (name, content)).expect_status(201)
    came = client.get(f"/pictures/{name}").expect_status(200).data
    expect_equal(len(came), len(content), "The picture that came back has another length than the one that was sent.")
    expect_equal(came, content, "The picture that came back has other bytes than the one that was sent.")
    client.get(f"/pictures/{word(rng)}.png").expect_status(404)


@check("One file that is no PNG picture, and nothing is kept")
def refuses_others(client, rng):
    before = shelf(client)
    good = ("kept-" + word(rng) + ".png", png(rng))
    not_allowed = [
        ("whose name ends in .html", (word(rng) + ".html", png(rng))),
        ("whose bytes do not start with PNG_START", (word(rng) + ".png", b"<script>" + word(rng).encode())),
        ("that was not chosen, so its name is empty", ("", b"")),
        ("whose safe name is only png, without a dot", ("猫.png", png(rng))),
    ]
    for what, bad in not_allowed:
        response = add(client, good, bad)
        if response.error is None and response.status == 201:
            fail(f"Your app took a file {what}.", expected="status 400", actual="status 201")
        response.expect_status(400).expect_body("Only PNG pictures.")
        expect_equal(shelf(client), before, f"A request with a file {what} was refused, but left something on the shelf.")
    response = client.post("/pictures", data={"note": "hello"})
    if response.error is None and response.status == 201:
        fail("Your app took a request without any file.", expected="status 400", actual="status 201")
    response.expect_status(400).expect_body("Only PNG pictures.")


@check("A name with ../ in it stays on the shelf")
def stays_inside(client, rng):
    name, content = word(rng) + ".png", png(rng)
    response = add(client, ("../" + name, content)).expect_status(201)
    expect_equal(response.text.splitlines(), [name], "The saved name must be the safe name.")
    expect_equal(client.get(f"/pictures/{name}").expect_status(200).data, content, "The picture must be on the shelf under its safe name.")


@check("A request over 20,000 bytes answers 413")
def refuses_large(client, rng):
    add(client, (word(rng) + ".png", png(rng, rng.randint(10_000, 19_000)))).expect_status(201)
    response = add(client, (word(rng) + ".png", png(rng, rng.randint(20_001, 40_000))))
    response.expect_status(413).expect_body("Too big.")
    one_more = client.post("/pictures", data=b"x" * 20_001, headers={"Content-Type": "multipart/form-data; boundary=frame"})
    one_more.expect_status(413, message="A request of 20,001 bytes is one byte too large.")
