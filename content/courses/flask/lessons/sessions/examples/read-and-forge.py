import base64

from flask import Flask, session

app = Flask(__name__)
app.config["SECRET_KEY"] = "only-for-this-example"


@app.post("/win")
def win():
    session["score"] = session.get("score", 0) + 10
    return "Well done!"


@app.get("/score")
def score():
    return f"Score: {session.get('score', 0)}"


visitor = app.test_client()
visitor.post("/win")
print("Honest visitor: ", visitor.get("/score").text)

# The cookie has three parts with dots between them.
cookie = visitor.get_cookie("session").value
data, time, signature = cookie.split(".")

# Reading the data takes no key. (Flask leaves off a padding of "=".)
readable = base64.urlsafe_b64decode(data + "==").decode()
print("What is inside: ", readable)

# The visitor writes new data in front of the old signature.
forged = base64.urlsafe_b64encode(b'{"score":99999}').decode()
visitor.set_cookie("session", f"{forged}.{time}.{signature}")
print("After cheating: ", visitor.get("/score").text)
