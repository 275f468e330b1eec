from coursewright import check, expect_equal, fail


@check("the factory is called")
def called(client, program):
    client.get("/").expect_body("made")
    expect_equal(program.config("MAX_CONTENT_LENGTH"), 1000, "the limit")
    expect_equal(program.config("NOTHING"), None, "not set")
    expect_equal(program.stdout, "", "no output")
