# asks: POST / a=b
from flask import Flask, request

app = Flask(__name__)


from werkzeug.utils import secure_filename


@app.post("/")
def index():
    name = secure_filename(request.files.get("photo"))
    return name
