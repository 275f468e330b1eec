"""Goes to /proc, /sys and its own descriptors by detours: dots, links, handles of folders, /dev/fd, openat2.

expect: passed
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


def attempt(name, action):
    try:
        reached[name] = repr(action())[:200]
    except Exception:
        pass


os.symlink("/proc/self", "attack-link")
os.symlink("/", "attack-root")
PATHS = (
    "/./proc//self/../1/environ", "attack-link/environ", "attack-root/proc/1/root/etc/passwd", "/proc/self/mem", "/proc/self/root/proc/1/mem", "/proc/thread-self/environ",
    "/proc/1/task/1/environ", "/proc/self/fd/3", "/dev/fd/3", "/dev/core", "/proc/self/ns/user", "/proc/self/uid_map",
    "/proc/sys/kernel/core_pattern", "/proc/sys/kernel/hostname", "/proc/self/coredump_filter", "/proc/self/oom_score_adj", "/sys/fs/cgroup/cgroup.procs", "/sys/kernel/debug", "/sys/class/net",
)
for path in PATHS:
    attempt(path, lambda: open(path, "rb").read(10))
    attempt(f"write {path}", lambda: open(path, "r+b").write(b"0"))
for folder in ("/proc", "/proc/self", "/proc/1", "/sys", "/sys/fs/cgroup", "/dev/fd", "attack-link", "attack-link/fd"):
    attempt(f"list {folder}", lambda: os.listdir(folder) or missing())
    attempt(f"from {folder}", lambda: os.open("self/environ", os.O_RDONLY, dir_fd=os.open(folder, os.O_PATH)))
HOW = ctypes.create_string_buffer(24)
for path in (b"/proc/self/environ", b"/proc/1/environ"):
    attempt(f"openat2 {path}", lambda: missing() if ctypes.CDLL(None).syscall(437, -100, path, HOW, 24) < 0 else "open")


def missing():
    raise OSError("nothing there")
