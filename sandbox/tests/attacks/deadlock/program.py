"""Waits for a lock that it holds itself, in a view.

expect: over-limit time
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


lock = threading.Lock()


@app.before_request
def wait():
    lock.acquire()
    lock.acquire()
