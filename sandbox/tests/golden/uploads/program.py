import os

from flask import Flask, request
from werkzeug.utils import secure_filename

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 2000
os.makedirs("uploads", exist_ok=True)


@app.post("/photos")
def save():
    photo = request.files["photo"]
    name = secure_filename(photo.filename)
    photo.save(os.path.join("uploads", name))
    return {"name": name, "size": os.path.getsize(f"uploads/{name}"), "title": request.form["title"], "type": photo.mimetype}
