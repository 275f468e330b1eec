from flask import Flask, session

app = Flask(__name__)
app.config["SECRET_KEY"] = "only-for-this-example"


@app.post("/start")
def start():
    session["seen"] = []
    return "Started."


@app.post("/append/<int:number>")
def append_only(number):
    session["seen"].append(number)
    return f"in this request {session['seen']}"


@app.post("/assign/<int:number>")
def assign(number):
    session["seen"] = session["seen"] + [number]
    return f"in this request {session['seen']}"


@app.post("/flag/<int:number>")
def flag(number):
    session["seen"].append(number)
    session.modified = True
    return f"in this request {session['seen']}"


@app.get("/seen")
def seen():
    return f"in the next one {session['seen']}"


visitor = app.test_client()
visitor.post("/start")

for path in ["/append/1", "/assign/2", "/flag/3"]:
    print(path)
    print("  ", visitor.post(path).text)
    print("  ", visitor.get("/seen").text)
