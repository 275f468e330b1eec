from coursewright import check


@check("a link")
def link(client):
    client.get("/link").html.expect_link("/about")


@check("another form")
def form(client):
    client.get("/form").html.expect_form("/send")


@check("a form that cannot be sent: its address")
def address(client):
    client.submit(client.get("/form").html.form())


@check("a form that cannot be sent: its field")
def field(client):
    client.submit(client.get("/field").html.form())


@check("deep links")
def deep(client):
    client.get("/deep").html.expect_link("/about", "About")


@check("deep JSON")
def json(client):
    client.get("/json").expect_json({"items": []})
