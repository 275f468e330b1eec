"""Starts threads that never end. The number of threads is limited, so starting one fails soon, and the container lives
on.

expect: over-limit processes
"""

import threading
import time

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
    threading.Thread(target=time.sleep, args=(60,)).start()
