"""Starts threads with stacks as large as its memory.

expect: over-limit processes | over-limit memory
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


threading.stack_size(200 * 1024 * 1024)
for _ in range(100):
    threading.Thread(target=time.sleep, args=(60,)).start()
