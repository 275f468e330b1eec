"""Never lets another thread have the interpreter: the runner's, say. The wall clock outside needs none.

expect: over-limit time
"""

import sys
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


sys.setswitchinterval(1e6)


@app.before_request
def hog():
    for _ in range(4):
        threading.Thread(target=lambda: sum(iter(int, 1)), daemon=True).start()
    threading.Event().wait()
