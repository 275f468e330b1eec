"""Normalises a character that becomes eighteen, a hundred million times.

expect: over-limit memory | over-limit time
"""

import unicodedata

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


text = "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 10_000_000
while True:
    text = unicodedata.normalize("NFKC", text).upper().casefold()
