"""A shelf for PNG pictures."""
from pathlib import Path

from flask import Flask, request, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)

SHELF = Path.cwd() / "shelf"
SHELF.mkdir(exist_ok=True)

PNG_START = b"\x89PNG\r\n\x1a\n"  # the first 8 bytes of every PNG picture


# Write your three views here, and mind the size limit.
