from flask import Flask

app = Flask(__name__)

prices = {"rye": 5, "baguette": 3}


@app.get("/breads/<name>")
def bread(name):
    return f"One {name} costs {prices[name]}."


client = app.test_client()

for name in ["rye", "cake", "baguette", "rye"]:
    response = client.get(f"/breads/{name}")
    print(name, "->", response.status)
