from coursewright import check


@check("the form's field has another name")
def field(client):
    client.post("/login", data={"username": "Ada"}).expect_redirect("/home")


@check("the way of a redirect is told step by step")
def way(client):
    client.post("/login", data={"user": "Ada"}, follow=True).expect_text("Hi Ada")


@check("a cookie on a response that is not returned")
def lost(client):
    client.get("/set").expect_cookie("lang", value="fr")


@check("a cookie's attributes side by side")
def table(client):
    client.get("/cookie").expect_cookie("lang", value="de", max_age=3600, http_only=True, same_site="Lax")


@check("a change inside the session, seen one request later")
def inside(client):
    client.post("/login", data={"user": "Ada"})
    client.get("/add")
    client.get("/cart").expect_text("tea")


@check("a line that is never reached")
def late(client):
    client.get("/late").expect_cookie("late")


@check("which template and line failed")
def template(client):
    client.get("/page").expect_status(200)


@check("which if lacks an else")
def maybe(client):
    client.get("/maybe").expect_status(200)


@check("another method")
def method(client):
    client.post("/cookie").expect_status(200)


@check("a slash at the end")
def slash(client):
    client.get("/items").expect_status(200)


@check("no such route")
def route(client):
    client.get("/crt").expect_status(200)
