from flask import Flask, abort

app = Flask(__name__)

prices = {"rye": 5, "baguette": 3}


def find_price(name):
    if name not in prices:
        abort(404)
    return prices[name]


@app.get("/breads/<name>")
def bread(name):
    return f"One {name} costs {find_price(name)}."


@app.get("/breads/<name>/dozen")
def dozen(name):
    return f"Twelve {name} cost {find_price(name) * 12}."


client = app.test_client()

for path in ["/breads/rye", "/breads/rye/dozen", "/breads/cake", "/breads/cake/dozen"]:
    response = client.get(path)
    print(path, "->", response.status_code)

print("<title>404 Not Found</title>" in response.text)
