"""Sends itself every signal but the deadly ones, thousands of times, through handlers that send more.

expect: passed
"""

import signal
import sys

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


sent = 0


def again(number, _):
    global sent
    sent += 1
    if sent < 3000:
        signal.raise_signal(number)


OTHERS = {signal.SIGKILL, signal.SIGSTOP, signal.SIGALRM, signal.SIGXCPU}
sys.setrecursionlimit(20_000)
for number in signal.valid_signals() - OTHERS:
    try:
        signal.signal(number, again)
        sent = 2990
        signal.raise_signal(number)
    except (OSError, ValueError):
        pass
