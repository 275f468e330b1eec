"""A drop box: send one photo, then look at it again."""
from pathlib import Path

from flask import Flask, request, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 20_000  # bytes, for one whole request

UPLOADS = Path.cwd() / "uploads"
UPLOADS.mkdir(exist_ok=True)

FORM = """
<form method="post" action="/photos" enctype="multipart/form-data">
  <label for="photo">Your photo</label>
  <input id="photo" type="file" name="photo">
  <button>Send</button>
</form>
"""


@app.get("/")
def show_form():
    return FORM


@app.post("/photos")
def receive():
    photo = request.files.get("photo")
    if photo is None or photo.filename == "":
        return "Choose a photo first.", 400
    name = secure_filename(photo.filename)
    if name == "":
        return "Please rename the file first.", 400
    photo.save(UPLOADS / name)
    return f"Saved {name}"


@app.get("/photos/<name>")
def show_photo(name):
    return send_from_directory(UPLOADS, name)
