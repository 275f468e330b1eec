"""Gives text of ten megabytes, and numbers with as many digits, where a number is asked for.

expect: failed
"""

from flask import Flask

app = Flask(__name__)
reached = {}


def double(number):
    return ["x" * 10_000_000, 1 << 3000, [number] * 100_000]
