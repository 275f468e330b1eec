from coursewright import check, expect_equal, fail


@check("saves a file")
def saves(client, rng):
    content = rng.randbytes(300)
    answer = client.post("/photos", data={"title": "Cat é"}, files={"photo": ("my cat.png", content, "image/png")})
    answer.expect_status(200).expect_json({"name": "my_cat.png", "size": 300, "title": "Cat é", "type": "image/png"})


@check("a missing field is the answer 400")
def missing(client):
    client.post("/photos", data={"title": "x"}).expect_status(400)


@check("a missing field is told by name")
def missing_by_name(client):
    client.post("/photos", files={"photo": ("cat.png", b"x")}).expect_status(200)


@check("too large is the answer 413")
def too_large(client):
    client.post("/photos", data={"title": "x"}, files={"photo": ("cat.png", b"x" * 100_000)}).expect_status(413)


@check("JSON and queries arrive")
def other(client):
    client.put("/photos", json={"a": 1}, query={"page": 2}).expect_status(405)
