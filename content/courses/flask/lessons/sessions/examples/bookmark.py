from flask import Flask, session

app = Flask(__name__)
app.config["SECRET_KEY"] = "only-for-this-example"


@app.post("/open")
def open_book():
    session["book"] = "Flatland"
    session["page"] = 1
    return "Opened."


@app.post("/turn")
def turn():
    session["page"] = session.get("page", 0) + 1
    return "Turned."


@app.get("/where")
def where():
    book = session.get("book", "no book")
    page = session.get("page", 0)
    return f"{book}, page {page}"


@app.post("/unmark")
def unmark():
    session.pop("page", None)
    return "Bookmark removed."


@app.post("/forget")
def forget():
    session.clear()
    return "Everything forgotten."


reader = app.test_client()
print("New visitor:  ", reader.get("/where").text)

reader.post("/open")
reader.post("/turn")
reader.post("/turn")
print("Two turns on: ", reader.get("/where").text)

reader.post("/unmark")
print("After unmark: ", reader.get("/where").text)

reader.post("/forget")
print("After forget: ", reader.get("/where").text)
