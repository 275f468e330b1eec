"""Read an uploaded shopping list without saving it."""
import io

from flask import Flask, request

app = Flask(__name__)


@app.post("/shopping")
def shopping():
    upload = request.files["list"]
    content = upload.read()
    text = content.decode("utf-8")
    items = text.splitlines()
    return f"{len(content)} bytes, {len(items)} items, first: {items[0]}"


client = app.test_client()
file = (io.BytesIO(b"apples\nbread\ncoffee\n"), "shopping.txt")
print(client.post("/shopping", data={"list": file}).text)
