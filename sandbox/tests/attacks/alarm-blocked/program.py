"""Blocks and takes the alarms by which it would be warned, and loops in C code. The wall clock outside needs none of
them.

expect: over-limit time
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


signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
signal.setitimer(signal.ITIMER_REAL, 1e6)
for name in ("SIGALRM", "SIGXCPU", "SIGVTALRM", "SIGPROF"):
    signal.signal(getattr(signal, name), lambda *_: None)
signal.signal = signal.setitimer = signal.alarm = os._exit = lambda *_: None
sum(iter(int, 1))
