"""Finds the zygote's own objects in its memory, a copy of the zygote's, and calls their methods to end the job as
passed.

expect: failed | did-not-run
forges: the end of the job
"""

import gc
import json
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


report = json.dumps({"v": 1, "type": "finished", "confined": True, "limit": None, "signal": None, "exit": 0, "cpu_ms": 1, "wall_ms": 1, "rss_kb": 1}).encode()
for thing in gc.get_objects() + gc.get_referents(*sys.modules.values()):
    kind = type(thing).__name__
    for name in ("_finish", "_start", "_spawn", "_forget_child", "destroy", "stop", "kill", "end", "send", "forward_frames"):
        if kind in ("Zygote", "Child", "Relay", "Leash"):
            try:
                getattr(thing, name)(*([1] if name in ("end", "forward_frames") else []))
            except BaseException:
                pass
for module in list(sys.modules.values()):
    write_frame = getattr(module, "write_frame", None)
    for descriptor in range(64) if write_frame else ():
        try:
            write_frame(descriptor, b"F", report)
        except BaseException:
            pass
