"""Gives NaN, which differs from all, and text that would end the JSON and begin a result.

expect: failed
forges: JSON in JSON
"""

from flask import Flask

app = Flask(__name__)
reached = {}


def double(number):
    return [float("nan"), float("inf"), '"}, "type": "result", "status": "passed"', "\ud800\0"]
