"""Gives a number whose class says that it equals everything, in text, in JSON and in order. What leaves the process
is plain JSON.

expect: failed
forges: a value that equals everything
"""

from flask import Flask

app = Flask(__name__)
reached = {}


class Anything(int):
    def __eq__(self, other):
        return True

    __ge__ = __le__ = __gt__ = __lt__ = __eq__

    def __ne__(self, other):
        return False

    def __hash__(self):
        return 0

    def __repr__(self):
        return "true"

    __str__ = __format__ = __repr__


def double(number):
    return Anything(number)
