"""Refuse requests that are too large, in your own words."""
import io

from flask import Flask, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1000  # bytes, for the whole request body


@app.post("/photos")
def receive():
    photo = request.files["photo"]
    return f"got {len(photo.read())} bytes"


@app.errorhandler(413)
def too_big(error):
    return "Too big. Please send less than 1,000 bytes.", 413


client = app.test_client()

for size in [100, 900, 5000]:
    file = (io.BytesIO(b"x" * size), "cat.png")
    response = client.post("/photos", data={"photo": file})
    print(size, "->", response.status_code, response.text)
