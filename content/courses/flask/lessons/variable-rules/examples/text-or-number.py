from flask import Flask

app = Flask(__name__)


@app.get("/as-text/<count>")
def as_text(count):
    return f"Twice as many: {count * 2}"


@app.get("/as-number/<int:count>")
def as_number(count):
    return f"Twice as many: {count * 2}"


client = app.test_client()

print(client.get("/as-text/12").text)
print(client.get("/as-number/12").text)

for path in ["/as-number/a-dozen", "/as-number/2.5", "/as-number/-3"]:
    print(path, "->", client.get(path).status)
