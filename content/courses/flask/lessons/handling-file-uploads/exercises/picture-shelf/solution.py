"""A shelf for PNG pictures."""
import io
from pathlib import Path

from flask import Flask, request, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 20_000  # bytes, for one whole request

SHELF = Path.cwd() / "shelf"
SHELF.mkdir(exist_ok=True)

PNG_START = b"\x89PNG\r\n\x1a\n"  # the first 8 bytes of every PNG picture


def is_png(picture):
    """True if both the name and the first bytes say PNG."""
    start = picture.read(len(PNG_START))
    picture.seek(0)  # back to the beginning, so that save() copies everything
    name = secure_filename(picture.filename)
    return Path(name).suffix.lower() == ".png" and start == PNG_START


@app.post("/pictures")
def add():
    pictures = request.files.getlist("pictures")
    if not pictures or not all(is_png(picture) for picture in pictures):
        return "Only PNG pictures.", 400
    names = []
    for picture in pictures:
        name = secure_filename(picture.filename)
        picture.save(SHELF / name)
        names.append(name)
    return "\n".join(names), 201


@app.get("/pictures")
def list_names():
    return "\n".join(sorted(path.name for path in SHELF.iterdir()))


@app.get("/pictures/<name>")
def show(name):
    return send_from_directory(SHELF, name)


@app.errorhandler(413)
def too_big(error):
    return "Too big.", 413


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    dog = (io.BytesIO(PNG_START + b"dog"), "dog.png")
    cat = (io.BytesIO(PNG_START + b"cat"), "cat.png")
    fake = (io.BytesIO(b"not a picture"), "fake.png")
    replies = [
        client.post("/pictures", data={"pictures": [dog, cat]}),
        client.post("/pictures", data={"pictures": [fake]}),
        client.get("/pictures"),
        client.get("/pictures/cat.png"),
        client.get("/pictures/bird.png"),
    ]
    for reply in replies:
        if reply.status_code in (200, 201, 400):
            print(reply.status_code, reply.data)
        else:
            print(reply.status_code)
