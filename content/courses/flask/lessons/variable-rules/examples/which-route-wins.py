from flask import Flask

app = Flask(__name__)

breads = ["rye", "baguette", "pretzel"]


@app.get("/breads/<name>")
def by_name(name):
    return "looked up by name"


@app.get("/breads/<int:number>")
def by_number(number):
    return "looked up by number"


@app.get("/breads/today")
def today():
    return f"today: {', '.join(breads)}"


client = app.test_client()

for path in ["/breads/today", "/breads/2", "/breads/rye"]:
    print(path, "->", client.get(path).text)
