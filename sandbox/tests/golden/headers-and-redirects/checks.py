from coursewright import check

DAYS = 60 * 60 * 24


@check("right answers")
def right(client):
    response = client.get("/").expect_header("Content-Type", contains="text/html").expect_header("cache-control").expect_no_header("Location")
    response.expect_cookie("lang", lasts=30 * DAYS, max_age=None, domain="localhost")
    client.get("/away", follow=True).expect_path("/").expect_status(200)


@check("a header is missing")
def missing(client):
    client.get("/").expect_header("X-Frame-Options")


@check("a header says something else")
def other(client):
    client.get("/").expect_header("Cache-Control", contains="private")


@check("a header too much")
def too_much(client):
    client.get("/").expect_no_header("Cache-Control")


@check("the chain leads elsewhere")
def chain(client):
    client.get("/away", follow=True).expect_path("/login")
