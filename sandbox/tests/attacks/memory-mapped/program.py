"""Maps memory and files by the gigabyte without touching it, and holds many handles of them.

expect: did-not-run
"""

import mmap

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


held = []
while True:
    held.append(mmap.mmap(-1, 64 * 1024 * 1024, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | getattr(mmap, "MAP_NORESERVE", 0)))
