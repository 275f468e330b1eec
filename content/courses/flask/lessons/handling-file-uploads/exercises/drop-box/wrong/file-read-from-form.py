"""The view looks for the file among the text fields.

fails: A photo that is sent can be looked at again
hint: two-places
"""
import io
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
    photo = request.form.get("photo")
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


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    photo = (io.BytesIO(b"meow"), "../cat.png")
    print(client.post("/photos", data={"photo": photo}).text)
    print(client.get("/photos/cat.png").data)
    print(client.post("/photos", data={"caption": "My cat"}).text)
    large = (io.BytesIO(b"x" * 30_000), "whale.png")
    print(client.post("/photos", data={"photo": large}).status_code)
