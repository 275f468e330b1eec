from coursewright import check, expect_equal


@check("reads what a browser reads")
def reads(client):
    page = client.get("/").html
    page.expect_element("h1", "Two names", class_="red").expect_element("li", count=3).expect_element("p", "first")
    page.expect_link("/about", "About & more").expect_rows([["Ada", "3"], ["Grace", "5"]]).expect_text("Two names")
    page.expect_form("/save", method="post", fields=["name", "size"]).expect_no_element("h2").expect_element("title", "Names")
    expect_equal(page.links, {"Home": "/", "About & more": "/about"}, "links")
    expect_equal(page.select("ul")[0].select("li")[1].text, "twoinner", "nested")


@check("sends what a browser sends")
def sends(client):
    form = client.get("/").html.form()
    client.submit(form, name="Ada").expect_json({"token": 't"1', "name": "Ada", "size": "m", "note": "two\nlines"})
    client.submit(form, name="Ada", gift=True, size="S").expect_json_part({"gift": "on", "size": "S"})


@check("an element is missing")
def no_element(client):
    client.get("/").html.expect_element("li", "three")


@check("an element with attributes is missing")
def no_attributes(client):
    client.get("/").html.expect_element("input", name="email", required=True)


@check("there are too many")
def too_many(client):
    client.get("/").html.expect_element("li", count=2)


@check("a link is missing")
def no_link(client):
    client.get("/").html.expect_link("/about", "About")


@check("a form is missing")
def no_form(client):
    client.get("/").html.form("/login")


@check("a field is missing")
def no_field(client):
    client.submit(client.get("/").html.form(), email="a@b.c")


@check("a row is wrong")
def wrong_row(client):
    client.get("/").html.expect_rows([["Ada", "3"], ["Grace", "6"]])


@check("a page without end")
def many(client):
    client.get("/many").html


@check("a page of nonsense has no rows")
def odd(client):
    client.get("/odd").html.expect_rows([["1"]])


@check("and a form that leads nowhere")
def nowhere(client):
    client.get("/odd").html.form()
