"""Stops itself as a debugger would (SIGSTOP), to sleep without being awake. Where it has numbers of its own the
signal is void; else its time runs out.

expect: passed | over-limit time
"""

import os
import signal

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


os.kill(os.getpid(), signal.SIGSTOP)
