"""Take several photos at once, within a limit, and hand them back."""
import io
from pathlib import Path

from flask import Flask, request, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1000  # bytes, for one whole request

UPLOADS = Path.cwd() / "uploads"
UPLOADS.mkdir(exist_ok=True)


@app.post("/photos")
def receive():
    saved = []
    for photo in request.files.getlist("photos"):
        name = secure_filename(photo.filename)
        if Path(name).suffix.lower() == ".png":
            photo.save(UPLOADS / name)
            saved.append(name)
    return f"Saved: {', '.join(saved)}"


@app.get("/photos/<name>")
def show(name):
    return send_from_directory(UPLOADS, name)


@app.errorhandler(413)
def too_big(error):
    return "Too big. Please send smaller photos.", 413


client = app.test_client()

photos = [(io.BytesIO(b"meow"), "cat.png"), (io.BytesIO(b"woof"), "dog.png")]
print(client.post("/photos", data={"photos": photos}).text)

response = client.get("/photos/dog.png")
print(response.status_code, response.mimetype, response.data)

response = client.get("/photos/bird.png")
print(response.status_code)

large = (io.BytesIO(b"x" * 900), "whale.png")
response = client.post("/photos", data={"photos": large})
print(response.status_code, response.text)
