from coursewright import check, expect_equal, fail


@check("GET /set sends the lang cookie")
def sends(client):
    client.get("/set").expect_status(200).expect_body("saved").expect_cookie("lang", value="fr", max_age=3600, http_only=True, same_site=None)


@check("the browser sends it back")
def sends_back(client):
    client.get("/set")
    expect_equal(client.cookies, {"lang": "fr"}, "the jar")
    client.get("/read").expect_text("lang is fr").expect_no_cookie("lang").expect_header("Content-Type", "text/html; charset=utf-8")


@check("each check has an empty jar")
def empty(client):
    client.get("/read").expect_text("unknown").expect_no_text("fr")


@check("GET /forget deletes it and leads to /read")
def forgets(client):
    client.set_cookie("lang", "de, \"quoted\" é")
    client.get("/read").expect_text("de, \"quoted\" é")
    client.get("/forget").expect_redirect("/read").expect_deleted_cookie("lang")
    expect_equal(client.cookies, {}, "the jar after forgetting")
    client.set_cookie("lang", "es")
    client.get("/forget", follow=True).expect_status(200).expect_text("unknown").expect_deleted_cookie("lang")
