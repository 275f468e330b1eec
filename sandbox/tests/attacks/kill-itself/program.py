"""Kills itself as only somebody on the host would, so that the grader takes the blame, tries again and counts nothing.

expect: passed
"""

import os
import signal
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


for name, action in {
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "raise": lambda: signal.raise_signal(signal.SIGKILL),
    "thread": lambda: signal.pthread_kill(threading.get_ident(), signal.SIGKILL),
    "group": lambda: os.kill(0, signal.SIGKILL),
}.items():
    try:
        action()
        reached[name] = "sent"
    except OSError:
        pass
