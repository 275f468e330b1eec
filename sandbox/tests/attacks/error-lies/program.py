"""Stops with errors that lie about their text, their line and their class, raise others when they are printed, and
hold no numbers that JSON knows.

expect: did-not-run
"""

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


class Liar(SyntaxError):
    def __init__(self):
        super().__init__("lie", ("program.py", 10**40, float("nan"), object()))
        self.lineno, self.offset, self.text, self.end_lineno = 10**40, -(10**40), object(), float("inf")

    def __str__(self):
        raise Liar()

    __repr__ = __str__

    @property
    def __class__(self):
        return MemoryError


Liar.__name__ = Liar.__qualname__ = "passed\0" * 10_000
raise Liar()
