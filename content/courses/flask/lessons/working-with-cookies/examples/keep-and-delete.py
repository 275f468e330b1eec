from flask import Flask, make_response

app = Flask(__name__)


@app.get("/save")
def save():
    response = make_response("Town saved.")
    response.set_cookie(
        "town",
        "Oslo",
        max_age=60 * 60 * 24 * 30,
        httponly=True,
        secure=True,
        samesite="Lax",
    )
    return response


@app.get("/forget")
def forget():
    response = make_response("Town forgotten.")
    response.delete_cookie("town")
    return response


browser = app.test_client()

browser.get("/save")
town = browser.get_cookie("town")
print("Max-Age: ", town.max_age)
print("HttpOnly:", town.http_only)
print("Secure:  ", town.secure)
print("SameSite:", town.same_site)

reply = browser.get("/forget")
print("Set-Cookie:", reply.headers["Set-Cookie"])
print("In the browser now:", browser.get_cookie("town"))
