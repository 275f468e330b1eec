"""Opens every device there is but the four harmless ones, and looks for the host's disks, memory, terminals and
machines.

expect: passed
"""

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


def attempt(name, action):
    try:
        reached[name] = repr(action())[:200]
    except Exception:
        pass


HARMLESS = {"null", "zero", "random", "urandom"}
NAMES = ["mem", "kmem", "port", "kmsg", "full", "tty", "console", "ptmx", "pts/0", "fuse", "net/tun", "kvm", "vsock", "vhost-net", "loop-control", "loop0", "mapper/control", "sda", "vda", "vda1", "nvme0n1", "hpet", "rtc0", "uinput", "userfaultfd", "dri/card0", "snd/timer", "shm", "mqueue", "hugepages", "log", "initctl"]
for name in NAMES:
    for flags in (os.O_RDONLY, os.O_WRONLY):
        attempt(f"{name} {flags}", lambda: os.open(f"/dev/{name}", flags | os.O_NONBLOCK))
attempt("list", lambda: [name for name in os.listdir("/dev") if name not in HARMLESS])
