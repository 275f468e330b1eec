"""Opens pipes until there are no more and fills each, to hold the kernel's memory rather than its own.

expect: did-not-run
"""

import os

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
    reader, writer = os.pipe2(os.O_NONBLOCK)
    try:
        while os.write(writer, bytes(65536)):
            pass
    except BlockingIOError:
        pass
