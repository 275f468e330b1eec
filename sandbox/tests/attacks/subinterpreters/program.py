"""Runs what it may not in interpreters of their own, with their own locks, modules and hooks.

expect: passed
"""

import _interpreters
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


CODE = """
import ctypes, os
for name, action in {"fork": os.fork, "exec": lambda: os.execv("/usr/bin/python3", ["python3", "-V"]), "look": lambda: os.listdir("/opt/coursewright")}.items():
    try:
        action()
        open("attack-" + name, "w").close()
    except OSError:
        pass
"""
for configuration in ("isolated", "legacy"):
    try:
        _interpreters.exec(_interpreters.create(configuration), CODE)
    except Exception:
        pass
reached.update({name: "done" for name in os.listdir(".") if name.startswith("attack")})
