"""Looks for open descriptors besides its own four, and for whether they are sockets it can reach others by.

expect: passed
"""

import os
import socket

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


def attempt(name, action):
    try:
        reached[name] = repr(action())[:200]
    except Exception:
        pass


for number in range(4, 1024):
    attempt(f"descriptor {number}", lambda number=number: os.fstat(number))
attempt("listen on the channel", lambda: socket.socket(fileno=3).listen())
attempt("connect the channel", lambda: socket.socket(fileno=3).connect("/run/docker.sock"))
