"""Has a pipe send SIGKILL to its parent, its group and itself whenever something is written (fcntl F_SETOWN and F_SETSIG).

expect: passed
"""

import fcntl
import os
import signal

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


F_SETSIG, F_SETOWN_EX, F_SETLEASE, F_NOTIFY, F_SETPIPE_SZ = 10, 15, 1024, 1026, 1031
reader, writer = os.pipe()
for descriptor in (0, 1, 2, 3, reader):
    for owner in (os.getppid(), -os.getpgid(0), 1):
        attempt(f"owner of {descriptor} {owner}", lambda d=descriptor, o=owner: fcntl.fcntl(d, fcntl.F_SETOWN, o))
    attempt(f"owner by kind of {descriptor}", lambda d=descriptor: fcntl.fcntl(d, F_SETOWN_EX, b"\1\0\0\0" + os.getppid().to_bytes(4, "little")))
    attempt(f"signal of {descriptor}", lambda d=descriptor: fcntl.fcntl(d, F_SETSIG, signal.SIGKILL))
    attempt(f"lease of {descriptor}", lambda d=descriptor: fcntl.fcntl(d, F_SETLEASE, fcntl.F_WRLCK))
    attempt(f"news of {descriptor}", lambda d=descriptor: fcntl.fcntl(d, F_NOTIFY, 2))
    attempt(f"size of {descriptor}", lambda d=descriptor: fcntl.fcntl(d, F_SETPIPE_SZ, 1 << 20))
try:
    fcntl.fcntl(reader, fcntl.F_SETFL, fcntl.fcntl(reader, fcntl.F_GETFL) | os.O_ASYNC)
    os.write(writer, b"now")
except OSError:
    pass
