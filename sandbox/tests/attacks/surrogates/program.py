"""Prints and answers NULs, half surrogate pairs and bytes that are not UTF-8; none may break JSON or the database.

expect: failed
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


print("\ud800 \0 \udfff")
os.write(1, b"\xff\xfe\0\n")


@app.before_request
def answer():
    return b"\xff\x00\xed\xa0\x80"
