from flask import Flask, session

app = Flask(__name__)
app.secret_key = "only for this test"


@app.get("/count")
def count():
    session["count"] = session.get("count", 0) + 1
    return str(session["count"])
