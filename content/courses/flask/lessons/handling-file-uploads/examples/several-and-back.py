"""Receive several photos at once and hand them back."""
import io
from pathlib import Path

from flask import Flask, request, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)

UPLOADS = Path.cwd() / "uploads"
UPLOADS.mkdir(exist_ok=True)


@app.post("/photos")
def receive():
    saved = []
    for photo in request.files.getlist("photos"):
        name = secure_filename(photo.filename)
        if name:
            photo.save(UPLOADS / name)
            saved.append(name)
    return f"Saved: {', '.join(saved)}"


@app.get("/photos/<name>")
def show(name):
    return send_from_directory(UPLOADS, name)


client = app.test_client()

photos = [(io.BytesIO(b"meow"), "cat.png"), (io.BytesIO(b"woof"), "dog.png")]
print(client.post("/photos", data={"photos": photos}).text)

response = client.get("/photos/dog.png")
print(response.status_code, response.mimetype, response.data)

print(client.get("/photos/bird.png").status_code)
