"""The view prints its three texts, so the visitor gets nothing.

fails: An empty shelf is sold out
hint: return
"""

from flask import Flask

app = Flask(__name__)

shelf = []


def bake(bread):
    shelf.append(bread)


def sell():
    shelf.pop(0)


@app.get("/")
def home():
    if len(shelf) == 0:
        print("Sold out. See you tomorrow!")
    elif len(shelf) == 1:
        print(f"One loaf left: {shelf[0]}")
    else:
        print(f"{len(shelf)} loaves left. First to go: {shelf[0]}")
