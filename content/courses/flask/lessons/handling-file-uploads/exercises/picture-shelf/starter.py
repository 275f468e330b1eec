"""A shelf for PNG pictures."""
import io
from pathlib import Path

from flask import Flask, request, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)

SHELF = Path.cwd() / "shelf"
SHELF.mkdir(exist_ok=True)

PNG_START = b"\x89PNG\r\n\x1a\n"  # the first 8 bytes of every PNG picture


# Write your three views here, and mind the size limit.


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
