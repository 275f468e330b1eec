from datetime import datetime, timedelta, timezone

from flask import Flask, session

app = Flask(__name__)
app.config["SECRET_KEY"] = "only-for-this-example"
app.config["PERMANENT_SESSION_LIFETIME"] = timedelta(days=7)


@app.post("/open")
def open_book():
    session["page"] = 1
    return "Opened."


@app.post("/stay")
def stay():
    session.permanent = True
    return "I will remember you."


def end_date(client):
    expires = client.get_cookie("session").expires
    if expires is None:
        return "no end date"
    left = expires - datetime.now(timezone.utc)
    return f"ends in {round(left / timedelta(days=1))} days"


visitor = app.test_client()
visitor.post("/open")
print("After /open:", end_date(visitor))

visitor.post("/stay")
print("After /stay:", end_date(visitor))
