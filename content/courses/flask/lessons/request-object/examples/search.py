from flask import Flask, request

app = Flask(__name__)

breads = ["rye bread", "spelt bread", "roll", "raisin roll"]


@app.get("/search")
def search():
    word = request.args.get("word", "")
    limit = request.args.get("limit", 10, type=int)
    found = []
    for bread in breads:
        if word in bread:
            found.append(bread)
    return ", ".join(found[:limit])


client = app.test_client()

for path in [
    "/search",
    "/search?word=roll",
    "/search?word=r&limit=2",
    "/search?word=r&limit=many",
    "/search?word=rye+bread",
]:
    print(path, "->", client.get(path).text)
