from flask import Flask

app = Flask(__name__)

shelf = {}


@app.post("/shelf/<bread>/<int:count>")
def bake(bread, count):
    shelf[bread] = shelf.get(bread, 0) + count
    return f"{shelf[bread]} on the shelf"


@app.put("/shelf/<bread>/<int:count>")
def count_again(bread, count):
    shelf[bread] = count
    return f"{shelf[bread]} on the shelf"


@app.delete("/shelf/<bread>")
def clear(bread):
    shelf.pop(bread, None)
    return "none on the shelf"


client = app.test_client()

print("POST:  ", client.post("/shelf/roll/12").text)
print("POST:  ", client.post("/shelf/roll/12").text)
print("PUT:   ", client.put("/shelf/roll/12").text)
print("PUT:   ", client.put("/shelf/roll/12").text)
print("DELETE:", client.delete("/shelf/roll").text)
print("DELETE:", client.delete("/shelf/roll").text)
