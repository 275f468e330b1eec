"""Starts other programs in every way Python has, and from memory.

expect: passed
"""

import multiprocessing
import os
import subprocess
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


def attempt(name, action):
    try:
        reached[name] = repr(action())[:200]
    except Exception:
        pass


attempt("system", lambda: os.system("/usr/bin/python3 -V") == 0 or missing())
attempt("subprocess", lambda: subprocess.run([sys.executable, "-V"], check=True))
attempt("spawn", lambda: os.posix_spawn("/usr/bin/python3", ["python3", "-V"], {}))
attempt("exec", lambda: os.execv("/usr/bin/python3", ["python3", "-V"]))
attempt("multiprocessing", lambda: multiprocessing.get_context("fork").Process(target=print).start())
attempt("memfd", lambda: os.memfd_create("program"))


def missing():
    raise OSError("not started")
