"""Reading moves the bookmark, and saving starts at the bookmark."""
import io
from pathlib import Path

from flask import Flask, request

app = Flask(__name__)


@app.post("/notes")
def receive():
    note = request.files["note"]
    print("first read: ", note.read())
    print("second read:", note.read())

    note.save("early.txt")
    print("early.txt:  ", Path("early.txt").read_bytes())

    note.seek(0)  # back to the beginning
    note.save("late.txt")
    print("late.txt:   ", Path("late.txt").read_bytes())
    return "done"


client = app.test_client()
client.post("/notes", data={"note": (io.BytesIO(b"hello"), "note.txt")})
