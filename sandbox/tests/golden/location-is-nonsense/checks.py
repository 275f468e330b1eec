from coursewright import check


@check("the redirect leads to /home")
def leads(client):
    client.get("/").expect_redirect("/home")


@check("following it arrives")
def arrives(client):
    client.get("/", follow=True).expect_status(200)
