from flask import Flask, make_response

app = Flask(__name__)


@app.get("/town/<name>")
def save_town(name):
    response = make_response("Town saved.")
    response.set_cookie("town", name)
    return response


browser = app.test_client()
reply = browser.get("/town/Oslo")

print("The page says:", reply.text)
print("Set-Cookie:", reply.headers["Set-Cookie"])
