from coursewright import check, expect_equal, fail


@check("needs an app")
def needs(client):
    client.get("/").expect_status(200)


@check("needs none")
def needs_none(program):
    expect_equal(program.stdout, "hello\n", "the output")
