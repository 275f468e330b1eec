"""Leaves a busy thread behind that goes on printing. It dies with its process, and with what it prints.

expect: over-limit output
"""

import threading

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


def chatter():
    while True:
        print("still here" * 100)


threading.Thread(target=chatter, daemon=True).start()
threading.Event().wait(2)
