"""Opens sockets of every family, a pair, and asks for a name on the network.

expect: passed
"""

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


for family in range(64):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
        attempt(f"family {family} kind {kind}", lambda family=family, kind=kind: socket.socket(family, kind))
attempt("pair", socket.socketpair)
attempt("name", lambda: socket.getaddrinfo("localhost", 80, 0, socket.SOCK_STREAM) and socket.create_connection(("localhost", 80)))
