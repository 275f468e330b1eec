"""Burns processors in many threads at once, in C code that lets go of the interpreter.

expect: over-limit time
"""

import hashlib
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


block = bytes(50_000_000)


def burn():
    while True:
        hashlib.sha256(block).digest()


for _ in range(3):
    threading.Thread(target=burn).start()
threading.Event().wait()
