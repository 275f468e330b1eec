from coursewright import check, expect_equal, fail


@check("value")
def value(client):
    client.get("/set").expect_cookie("lang", value="fr")


@check("max age")
def max_age(client):
    client.get("/set").expect_cookie("lang", max_age=3600)


@check("http only")
def http_only(client):
    client.get("/set").expect_cookie("lang", http_only=True)


@check("same site")
def same_site(client):
    client.get("/set").expect_cookie("lang", same_site="Lax")


@check("another name")
def name(client):
    client.get("/set").expect_cookie("language")


@check("no cookie at all")
def none(client):
    client.get("/plain").expect_cookie("lang")


@check("not deleted")
def deleted(client):
    client.get("/set").expect_deleted_cookie("lang")


@check("a cookie too many")
def too_many(client):
    client.get("/set").expect_no_cookie("lang")


@check("no redirect")
def redirect(client):
    client.get("/plain").expect_redirect("/set")


@check("in the author's words")
def own_words(client):
    client.get("/plain").expect_text("fancy", message="The page should be fancier.")


@check("fail says what it wants")
def fails(client):
    fail("Not good enough.", expected="gold", actual="silver")
