from flask import Flask

app = Flask(__name__)


@app.get("/")
def home():
    return '<a href="/hours">Opening hours</a> <a href="/breads">Our breads</a>'


@app.get("/hours")
def hours():
    return "Open from 7 to 13, closed on Mondays."


@app.get("/breads")
def breads():
    return "Rye, baguette, pretzel"


client = app.test_client()

for path in ["/", "/hours", "/breads", "/breads?sort=price", "/cakes"]:
    response = client.get(path)
    print(path, "->", response.status)
    if response.status_code == 200:
        print("  ", response.text)
