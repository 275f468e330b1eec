"""Three things that can arrive in the field called photo."""
import io

from flask import Flask, request

app = Flask(__name__)


@app.post("/photos")
def receive():
    photo = request.files.get("photo")
    if photo is None:
        return "no file field called photo"
    if photo.filename == "":
        return "the field came, but no file was chosen"
    return f"{photo.filename} claims to be {photo.mimetype}"


client = app.test_client()

cat = (io.BytesIO(b"meow"), "cat.png")
print("1.", client.post("/photos", data={"photo": cat}).text)

nothing = (io.BytesIO(b""), "")
print("2.", client.post("/photos", data={"photo": nothing}).text)

print("3.", client.post("/photos", data={"caption": "My cat"}).text)

# A sender may write any name and any type it likes.
liar = (io.BytesIO(b"not a picture at all"), "holiday.png", "image/png")
print("4.", client.post("/photos", data={"photo": liar}).text)
