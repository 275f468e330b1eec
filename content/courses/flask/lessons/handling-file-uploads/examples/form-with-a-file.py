"""A form that can carry a file, and a view that says what reached it."""
import io

from flask import Flask, request

app = Flask(__name__)

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
    return f"text fields: {list(request.form)}, files: {list(request.files)}"


client = app.test_client()

# What a browser sends for the form above: the file itself.
response = client.post("/photos", data={"photo": (io.BytesIO(b"meow"), "cat.png")})
print("with enctype    ->", response.text)

# What it sends when enctype is missing: only the words "cat.png".
response = client.post("/photos", data={"photo": "cat.png"})
print("without enctype ->", response.text)
