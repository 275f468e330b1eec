from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)


@app.post("/strict")
def strict():
    name = request.form["name"]
    return f"Thank you, {escape(name)}!"


@app.post("/kind")
def kind():
    name = request.form.get("name", "").strip()
    count = request.form.get("count", 0, type=int)
    if name == "":
        return "Please tell us your name."
    if count < 1:
        return "How many would you like?"
    return f"Thank you, {escape(name)}! {count} for you."


client = app.test_client()

response = client.post("/strict", data={})
print("strict:", response.status)

for data in [
    {},
    {"name": "   ", "count": "2"},
    {"name": "Mia", "count": "lots"},
    {"name": "Mia", "count": "2"},
]:
    response = client.post("/kind", data=data)
    print("kind:  ", response.text)
