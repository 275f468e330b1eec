"""Fills its folder with links to everywhere, in circles and chains, and exchanges folders for links while they are
looked at, so that cleaning up goes astray.

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


TARGETS = ["/", "/usr", "/etc/passwd", "/proc/self/root", "/tmp", "..", ".", "/opt/coursewright", "/dev/null"]
for number, target in enumerate(TARGETS):
    os.symlink(target, f"attack-{number}")
    attempt(f"through {target}", lambda: open(f"attack-{number}/attack-file", "w") if target not in ("/tmp", ".", "..", "/dev/null") else missing())
for number in range(50):
    os.symlink(f"attack-chain-{number + 1}", f"attack-chain-{number}")
os.symlink("attack-chain-0", "attack-chain-50")
os.mkdir("attack-folder")
for _ in range(200):
    os.rename("attack-folder", "attack-elsewhere")
    os.symlink("/usr", "attack-folder")
    os.rename("attack-folder", "attack-link")
    os.rename("attack-elsewhere", "attack-folder")


def missing():
    raise OSError("a folder of its own")
