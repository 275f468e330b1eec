"""Calls the kernel by the door for 32-bit programs, whose numbers mean other calls. The filter ends the process.

expect: did-not-run
"""

import ctypes
import mmap
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


pages = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
start = ctypes.addressof(ctypes.c_char.from_buffer(pages))
# mov eax, 2 (fork there); int 0x80; ret      arm64 has no such door: an undefined instruction
code = bytes.fromhex("b802000000 cd80 c3") if os.uname().machine == "x86_64" else bytes(4)
pages[: len(code)] = code
ctypes.CFUNCTYPE(ctypes.c_long)(start)()
