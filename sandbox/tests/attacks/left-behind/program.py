"""Leaves files for the next program and looks for files of the one before.

expect: passed
"""

import os

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


for folder in (".", "/tmp", "/var/tmp", "/dev/shm", "/run"):
    try:
        if os.listdir(folder):
            reached[folder] = os.listdir(folder)
    except OSError:
        pass
with open("left-behind", "w") as file:
    file.write("x")
