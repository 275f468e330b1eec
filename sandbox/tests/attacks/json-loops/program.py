"""Gives a dict whose items never end, to whoever turns it into JSON.

expect: over-limit time | over-limit memory
"""

from flask import Flask

app = Flask(__name__)
reached = {}


class Endless(dict):
    def items(self):
        while True:
            yield ("", "")

    def __len__(self):
        return 1


def double(number):
    return Endless(a=1)
