"""Calls fork by its x32 number, a second door into the 64-bit kernel. The filter ends the process.

expect: did-not-run
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


X32 = 0x40000000
ctypes.CDLL(None).syscall(X32 + 57)
os.abort()  # a processor without that door
