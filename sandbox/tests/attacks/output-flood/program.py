"""Prints without end. Output beyond 64 KB ends the job.

expect: over-limit output
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


while True:
    print("flood " * 1000)
