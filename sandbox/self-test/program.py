"""Tries what no program in the sandbox may do, and reports what it could."""

import ctypes
import os
import socket
import subprocess
import sys
import threading

from flask import Flask

app = Flask(__name__)
libc = ctypes.CDLL(None, use_errno=True)


def call(number_by_machine, *arguments):
    """A system call by number; True when the kernel did it."""
    return libc.syscall(number_by_machine[os.uname().machine], *arguments) >= 0


def read_own_process():
    return os.listdir("/proc/self/fd")


ATTEMPTS = {
    "open a network socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
    "open a unix socket": lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM),
    "open a netlink socket": lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW),
    "fork": os.fork,
    "start another program": lambda: subprocess.run([sys.executable, "-V"]),
    "replace itself by another program": lambda: os.execv("/usr/bin/python3", ["python3", "-V"]),
    "read /proc": read_own_process,
    "read another process's environment": lambda: open("/proc/1/environ").read(),
    "write outside its folder": lambda: open("/usr/written", "w"),
    "read the runner": lambda: os.listdir("/opt/coursewright"),
    "become root": lambda: os.setuid(0),
    "make namespaces": lambda: os.unshare(0x10000000),
    "signal its parent": lambda: os.kill(os.getppid(), 0),
    "signal everybody": lambda: os.kill(-1, 0),
    "trace a process": lambda: call({"x86_64": 101, "aarch64": 117}, 0, 0, 0, 0) or refused(),
    "mount": lambda: call({"x86_64": 165, "aarch64": 40}, None, b"/tmp", b"tmpfs", 0, None) or refused(),
    "use io_uring": lambda: call({"x86_64": 425, "aarch64": 425}, 1, 0) or refused(),
    "use bpf": lambda: call({"x86_64": 321, "aarch64": 280}, 0, 0, 0) or refused(),
    "use the keyring": lambda: call({"x86_64": 250, "aarch64": 219}, 0, 0, 0) or refused(),
}


def refused():
    raise OSError(ctypes.get_errno(), "refused")


@app.get("/reach")
def reach():
    reached = {}
    for name, attempt in ATTEMPTS.items():
        try:
            reached[name] = repr(attempt())[:100]
        except (OSError, subprocess.SubprocessError):
            continue
    return reached


@app.get("/environment")
def environment():
    descriptors = []
    for number in range(3, 256):
        try:
            os.fstat(number)
            descriptors.append(number)
        except OSError:
            continue
    return {"variables": sorted(os.environ), "descriptors": descriptors, "folder": os.listdir(".")}


@app.get("/work")
def work():
    done = []
    thread = threading.Thread(target=lambda: done.append("thread"))
    thread.start()
    thread.join()
    with open("kept.txt", "w") as file:
        file.write("file")
    with open("kept.txt") as file:
        done.append(file.read())
    return " ".join(done)
