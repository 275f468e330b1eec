"""The app is made at the end of the program, below the line that needs it.

fails: (does not run)
hint: three-lines
"""

from flask import Flask

shelf = []


def bake(bread):
    shelf.append(bread)


def sell():
    shelf.pop(0)


@app.get("/")
def home():
    if len(shelf) == 0:
        return "Sold out. See you tomorrow!"
    if len(shelf) == 1:
        return f"One loaf left: {shelf[0]}"
    return f"{len(shelf)} loaves left. First to go: {shelf[0]}"


app = Flask(__name__)
