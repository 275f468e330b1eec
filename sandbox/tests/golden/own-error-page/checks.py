from coursewright import check, expect_equal, fail


@check("an error page of the program's own is an answer, not an error")
def sorry(client):
    client.get("/").expect_status(500).expect_body("We are sorry.")


@check("so is its 404")
def not_here(client):
    client.get("/nowhere").expect_status(404).expect_body("Not here.")
