"""Puts an import hook and fake modules in the way of what the runner may still import.

expect: failed
"""

import sys

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(number)


@app.get("/reached")
def report():
    return reached


class Hook:
    def find_spec(self, name, path, target=None):
        raise ImportError("hooked")


sys.meta_path.insert(0, Hook())
for name in ("json", "base64", "traceback", "runner.explain"):
    sys.modules[name] = None
