"""Does the library's site have every page at its address, with what is in the list now?"""
from coursewright import check

TITLES = ["Emma", "Dracula"]  # as the list starts; arrivals are added below
ARRIVALS = ["Ulysses", "Middlemarch", "Walden", "Kim", "Persuasion", "Candide", "Germinal", "Kidnapped"]


def arrive(program, rng):
    title = rng.choice([one for one in ARRIVALS if one not in TITLES])
    program.call("arrive", title)
    TITLES.append(title)
    return title


@check("The front page has the three links", visible=True)
def links(client):
    page = client.get("/").expect_status(200).html
    page.expect_link("/books/", "Books")
    page.expect_link("/books/newest", "Newest")
    page.expect_link("/contact", "Contact")


@check("/books/ lists every title, and /books leads there")
def lists_titles(client, program, rng):
    client.get("/books/").expect_status(200).expect_body(f"Our books: {', '.join(TITLES)}")
    title = arrive(program, rng)
    client.get("/books/").expect_body(
        f"Our books: {', '.join(TITLES)}", message=f"{title} arrived, and the list should show it."
    )
    client.get("/books").expect_redirect("/books/")


@check("/books/newest names the last title")
def names_newest(client, program, rng):
    client.get("/books/newest").expect_status(200).expect_body(f"Newest: {TITLES[-1]}")
    title = arrive(program, rng)
    client.get("/books/newest").expect_body(
        f"Newest: {title}", message=f"{title} arrived, so it is the newest book."
    )


@check("/contact and /contact-us show the address", visible=True)
def two_doors(client):
    for path in ("/contact", "/contact-us"):
        client.get(path).expect_status(200).expect_body("Write to library@example.org")


@check("/contact/ is not found", visible=True)
def exact(client):
    client.get("/contact").expect_status(200)
    client.get("/contact/").expect_status(404)
