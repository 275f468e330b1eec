"""The view is complete, but no line above it tells Flask about it.

fails: An empty shelf is sold out
hint: three-lines
"""

from flask import Flask

app = Flask(__name__)

shelf = []


def bake(bread):
    shelf.append(bread)


def sell():
    shelf.pop(0)


def home():
    if len(shelf) == 0:
        return "Sold out. See you tomorrow!"
    if len(shelf) == 1:
        return f"One loaf left: {shelf[0]}"
    return f"{len(shelf)} loaves left. First to go: {shelf[0]}"
