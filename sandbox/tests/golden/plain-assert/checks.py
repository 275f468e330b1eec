from coursewright import check


@check("with words")
def words(client):
    assert client.get("/").status == 200, "The front page must be there."


@check("without words")
def no_words(client):
    assert client.get("/").status == 200


@check("the others go on")
def fine(client):
    client.get("/").expect_status(404)
