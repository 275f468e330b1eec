from flask import Flask

app = Flask(__name__)


@app.get("/hours")
def hours():
    return "Open from 7 to 13."


@app.get("/breads/")
def breads():
    return "Rye, baguette, pretzel"


client = app.test_client()

for path in ["/hours", "/hours/", "/Hours", "/breads/", "/breads"]:
    response = client.get(path)
    print(path, "->", response.status)

print("Go to:", response.headers["Location"])
