"""Has a hundred thousand routes, with names of a thousand characters.

expect: failed | over-limit time | over-limit memory
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


for number in range(1000):
    app.add_url_rule(f"/{'x' * 1000}/{number}", endpoint=f"{'y' * 1000}{number}", view_func=report, methods=["GET", "POST"])
