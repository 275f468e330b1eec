"""What a program in a sound sandbox can reach: nothing. And an honest program works."""

from coursewright import check, expect_equal


@check("nothing forbidden is within reach")
def nothing_is_within_reach(client):
    expect_equal(client.get("/reach").expect_status(200).json, {}, "a program can do what it must not")


@check("no variable, descriptor or file of ours is within reach")
def environment_is_empty(client):
    found = client.get("/environment").expect_status(200).json
    expect_equal(found["variables"], ["HOME", "LANG", "PATH", "TMPDIR"], "unexpected environment variables")
    # 3 is the channel to the zygote
    expect_equal(found["descriptors"], [3], "unexpected open files")
    expect_equal(found["folder"], [], "the program's folder is not empty")


@check("an honest program works")
def honest_work_is_possible(client):
    client.get("/work").expect_status(200).expect_body("thread file")
