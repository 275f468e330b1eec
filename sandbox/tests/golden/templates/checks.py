from coursewright import check, expect_equal


@check("the template and what it was given")
def given(client):
    response = client.get("/").expect_template("notes.html", name="Ada", notes=[{"id": 1, "text": "tea"}, {"id": 2, "text": "milk"}], pair=[1, 2], nothing=None)
    expect_equal(response.templates[0].kinds["note"], "Note", "the kind of an object")


@check("a template in the text")
def string(client):
    client.get("/string").expect_template(None, a=1.5)


@check("another template")
def other(client):
    client.get("/").expect_template("index.html")


@check("no template")
def no_template(client):
    client.get("/plain").expect_template("notes.html")


@check("another value")
def value(client):
    client.get("/").expect_template("notes.html", name="Grace")


@check("a missing value")
def missing(client):
    client.get("/").expect_template("notes.html", title="Notes")


@check("a value of a class")
def of_a_class(client):
    client.get("/").expect_template("notes.html", note="tea")


@check("values that were made to break something")
def hostile(client):
    response = client.get("/hostile").expect_body("done").expect_template(None, half="\ud800")
    expect_equal((len(response.templates), len(response.templates[0].kinds), sorted(response.templates[0].context)[:3]), (10, 50, ["half", "v0", "v1"]), "bounds")
