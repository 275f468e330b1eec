"""Registers codecs of its own for the names the runner uses, and changes the tables of those that are there.

expect: failed | did-not-run
forges: how text becomes bytes
"""

import codecs
import encodings
import encodings.latin_1
import encodings.utf_8

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(number)


@app.get("/reached")
def report():
    return reached


def lie(text, errors="strict"):
    return (b'{"v": 1, "type": "result", "check": 0, "status": "passed"}', len(text))


def find(name):
    return codecs.CodecInfo(encode=lie, decode=lie, name=name)


codecs.unregister(encodings.search_function)
codecs.register(find)
encodings._cache.clear()
encodings.search_function = find
for module in (encodings.utf_8, encodings.latin_1):
    module.encode = module.decode = module.getregentry = lie
