"""Writes machine code into its memory and calls fork, socket and execve by it, past Python and the C library.

expect: passed
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
# mov eax, edi; xor edi, edi … syscall; ret      and      mov x8, x0; mov x0, #0 … svc #0; ret
X86 = os.uname().machine == "x86_64"
code = bytes.fromhex("89f8 31ff 31f6 31d2 0f05 c3") if X86 else bytes.fromhex("e80300aa 000080d2 010080d2 020080d2 010000d4 c0035fd6")
pages[: len(code)] = code
call = ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_long)(start)
EPERM = -1
for name, number in {"fork": 57 if X86 else 1079, "socket": 41 if X86 else 198, "execve": 59 if X86 else 221, "setuid": 105 if X86 else 146, "unshare": 272 if X86 else 97}.items():
    answer = call(number)
    if answer != EPERM:
        reached[name] = answer
