"""Make the name safe first, then look at its ending."""
import io
from pathlib import Path

from flask import Flask, request
from werkzeug.utils import secure_filename

app = Flask(__name__)

ALLOWED = {".png", ".jpg", ".jpeg", ".gif"}


@app.post("/photos")
def receive():
    photo = request.files["photo"]
    name = secure_filename(photo.filename)
    if Path(name).suffix.lower() not in ALLOWED:
        return f"refused (safe name: {name!r})", 400
    return f"would be saved as {name!r}"


client = app.test_client()

for claimed in ["My Cat.PNG", "../../cat.png", "../../app.py", "cat.png.exe", "猫.png"]:
    response = client.post("/photos", data={"photo": (io.BytesIO(b"..."), claimed)})
    print(f"{claimed} -> {response.text}")
