"""What a visitor should get from the drop box."""
from html.parser import HTMLParser

from coursewright import check, expect_equal, fail

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def word(rng):
    return "".join(rng.choices(LETTERS, k=8))


class Tags(HTMLParser):
    """Collects the opening tags of a page with their attributes."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def first(self, tag):
        return next((attrs for name, attrs in self.found if name == tag), {})


@check("The form on / can carry a file", visible=True)
def shows_form(client):
    response = client.get("/").expect_status(200)
    form = Tags(response.text).first("form")
    if (form.get("enctype") or "").strip().lower() != "multipart/form-data":
        fail(
            "The enctype of the form does not let a file travel with it.",
            expected="multipart/form-data",
            actual=form.get("enctype"),
        )


@check("A photo that is sent can be looked at again", visible=True)
def keeps_photo(client, rng):
    name, content = word(rng) + ".png", f"the bytes of {word(rng)}".encode()
    response = client.post("/photos", files={"photo": (name, content, "image/png")})
    if response.status == 400 and "Choose a photo first." in response.text:
        fail(
            "The request carried a photo, but your view found none.",
            expected=f"Saved {name}",
            actual=response.text,
        )
    response.expect_status(200).expect_body(f"Saved {name}")
    photo = client.get(f"/photos/{name}").expect_status(200)
    expect_equal(photo.data, content, "The bytes that come back must be the bytes that were sent.")


@check("Sending the form without a photo answers 400", visible=True)
def asks_for_photo(client):
    for files, data in [({"photo": ("", b"", "application/octet-stream")}, {}), ({}, {"caption": "My cat"})]:
        response = client.post("/photos", data=data, files=files)
        response.expect_status(400).expect_body("Choose a photo first.")


@check("A name with ../ in it stays inside the uploads folder")
def stays_inside(client, rng):
    name, content = word(rng) + ".png", f"the bytes of {word(rng)}".encode()
    response = client.post("/photos", files={"photo": ("../" + name, content, "image/png")})
    response.expect_status(200).expect_body(f"Saved {name}", message="The answer must hold the safe name, without ../ in it.")
    expect_equal(
        client.get(f"/photos/{name}").expect_status(200).data,
        content,
        "The photo must be in the uploads folder under its safe name.",
    )
    nameless = client.post("/photos", files={"photo": ("../..", content, "image/png")})
    nameless.expect_status(400, message="Nothing safe is left of the name ../.., so the photo cannot be saved.").expect_body("Please rename the file first.")


@check("A request over 20,000 bytes answers 413")
def refuses_large(client, rng):
    fits, too_large = rng.randint(1_000, 15_000), rng.randint(20_001, 40_000)
    client.post("/photos", files={"photo": ("small.png", b"x" * fits, "image/png")}).expect_status(200)
    client.post("/photos", files={"photo": ("large.png", b"x" * too_large, "image/png")}).expect_status(413)
    one_more = client.post("/photos", data=b"x" * 20_001, headers={"Content-Type": "multipart/form-data; boundary=frame"})
    one_more.expect_status(413, message="A request of 20,001 bytes is one byte too large.")
