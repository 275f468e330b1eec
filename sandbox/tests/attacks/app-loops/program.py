"""Makes the app an object whose being asked anything takes for ever.

expect: over-limit time
"""

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(number)


@app.get("/reached")
def report():
    return reached


class Endless:
    def __call__(self, *_):
        return self

    def __getattr__(self, name):
        while True:
            pass

    def __iter__(self):
        while True:
            pass


app = Endless()
