"""Gives lists nested a hundred thousand deep, and one that contains itself.

expect: failed
"""

from flask import Flask

app = Flask(__name__)
reached = {}


def double(number):
    deep = []
    for _ in range(100_000):
        deep = [deep]
    deep.append(deep)
    return deep
