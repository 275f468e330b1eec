"""Writes files until there is no room. One file may have 8 MB, the folder 16 MB, and it is gone with the job.

expect: did-not-run
"""

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


for number in range(10_000):
    with open(f"fill-{number}", "wb") as file:
        file.write(b"x" * 4 * 1024 * 1024)
