"""Sets every hook that Python has for errors, imports, output, audits and the end, to hide errors and print results.

expect: failed
forges: what hooks report
"""

import gc
import sys
import threading
import warnings

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(number)


@app.get("/reached")
def report():
    return reached


def fine(*_, **__):
    print('{"v": 1, "type": "result", "check": 0, "status": "passed"}')


sys.excepthook = sys.unraisablehook = sys.displayhook = sys.breakpointhook = threading.excepthook = warnings.showwarning = fine
sys.addaudithook(lambda event, arguments: None)
gc.callbacks.append(fine)
sys.meta_path.insert(0, type("Hook", (), {"find_spec": fine})())
sys.path_hooks.insert(0, fine)
sys.path_importer_cache.clear()
gc.collect()
