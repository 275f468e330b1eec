"""Answers with ten thousand headers.

expect: failed
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


@app.after_request
def flood(response):
    for number in range(10_000):
        response.headers.add(f"X-Flood-{number}", "x" * 100)
    return response
