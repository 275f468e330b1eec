"""Reads all memory it can find, page by page and past Python's objects, for programs that ran before.

expect: passed
"""

import ctypes
import os

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


PAGE = 4096
reader, writer = os.pipe2(os.O_NONBLOCK)
libc = ctypes.CDLL(None)
needle = bytes(range(231, 199, -1))  # nowhere in this program's text
own = id(needle)
own_found = []


def search(start, pages):
    """Writing a page into a pipe tells whether it is there; reading it directly would crash."""
    for address in range(start, start + pages * PAGE, PAGE):
        if libc.write(writer, ctypes.c_void_p(address), PAGE) > 0:
            content = os.read(reader, PAGE)
            if needle not in content:
                continue
            if address <= own < address + PAGE:
                own_found.append(address)
            else:
                reached[hex(address)] = repr(content[content.index(needle) :][:80])


heap_end = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_long)(("sbrk", libc))(0)
search(heap_end - 20_000 * PAGE, 20_000)
search((own & ~0xFFFFF) - 20_000 * PAGE, 40_000)
if not own_found:
    reached["search"] = "it would not have found anything"
os.write(1, needle)  # for the next one to find, here and in whatever this passes through
