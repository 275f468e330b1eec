from coursewright import check


@check("an address of 2,001 characters")
def far(client):
    client.get("/far", follow=True).expect_status(200)


@check("an address that nearly fits")
def near(client):
    client.get("/near", follow=True).expect_status(200)


@check("an address that is compared with the rules")
def nearer(client):
    client.get("/nearer", follow=True).expect_status(200)
