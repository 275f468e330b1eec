"""Explaining an error reads what a hostile program made: it may get a poor explanation, never none, and never break the answer."""

from __future__ import annotations

import json
import time
import unittest
from typing import Any

from runner.learner import Learner
from runner.warm import warm_up

CASES = {
    "a __str__ that raises": "class E(Exception):\n    def __str__(self): raise ValueError('no')\nraise E()\n",
    "a __str__ that stops the program": "class E(Exception):\n    def __str__(self): raise SystemExit\nraise E()\n",
    "a __str__ that gives no text": "class E(Exception):\n    def __str__(self): return 5\nraise E()\n",
    "a message of 50 MB": "raise ValueError('a' * 50_000_000)\n",
    "a message that is no plain str": (
        "class S(str):\n    def __getitem__(self, key): raise KeyboardInterrupt\n    def strip(self, *a): raise KeyboardInterrupt\n"
        "class E(Exception):\n    def __str__(self): return S('lie')\nraise E()\n"
    ),
    "a class that lies about its name": (
        "class M(type):\n    @property\n    def __name__(cls): return object()\n    @property\n    def __mro__(cls): raise SystemExit\n"
        "class E(Exception, metaclass=M): pass\nraise E()\n"
    ),
    "a class with a name of a megabyte": "raise type('E' * 1_000_000, (Exception,), {})('x')\n",
    "a name that is half a character": "raise type('E\\ud800', (Exception,), {})('x\\ud800')\n",
    "an explanation of its own": (
        "class E(Exception):\n    @property\n    def plain(self): raise SystemExit\n    @property\n    def msg(self): raise SystemExit\nraise E()\n"
    ),
    "an explanation of 10 MB": "class E(Exception):\n    plain = 'a' * 10_000_000\n    try_this = 'b' * 10_000_000\nraise E()\n",
    "a SyntaxError without sense": "raise SyntaxError(42, ('program.py', 'x', [], {}))\n",
    "a SyntaxError on a line far away": "raise SyntaxError('bad', ('program.py', 10**30, -1, None))\n",
    "a SyntaxError whose text is a number": "e = SyntaxError('x')\ne.msg = 5\ne.filename = 'program.py'\nraise e\n",
    "a traceback of its own": ("class E(Exception):\n    @property\n    def __traceback__(self): return 5\nraise E()\n"),
    "a NameError with a name of its own": "e = NameError('x')\ne.name = object()\nraise e\n",
    "an AttributeError about an object that breaks dir()": (
        "class O:\n    def __dir__(self): raise SystemExit\n    def __getattr__(self, name): raise AttributeError(name, name=name, obj=self)\nO().thing\n"
    ),
    "a message full of brackets": "raise ValueError('{a} {0} {near!r} {' * 100)\n",
    "a message with backquotes": "raise KeyError('`' * 100)\n",
    "a group of errors": "raise ExceptionGroup('many', [ValueError(i) for i in range(1000)])\n",
    "a chain without end": "e = ValueError('a')\nf = ValueError('b')\ne.__cause__ = f\nf.__cause__ = e\nraise e\n",
    "a line of a megabyte": "x = 1; raise ValueError('a') #" + "y" * 60_000 + "\n",
    "many brackets": "(" * 5_000 + "\n",
    "many nots": "x = " + "not " * 20_000 + "1\n",
    "deep attributes": "x = None\nx" + ".a" * 3_000 + "\n",
    "a pattern for the slow": "raise ValueError(\"could not convert string to float: '\" + '1' * 900 + \"'\")\n",
    "quotes without end on a line": "x = " + "'\\" * 30_000 + "\n",
    "words without end on a line": "a" + " a" * 900 + " = 1\n",
    "a template's name of its own": "import jinja2\ne = jinja2.TemplateSyntaxError('x', 10**40)\ne.name = object()\ne.source = object()\nraise e\n",
}
FIELDS = {"type": str, "message": str, "plain": str, "tryThis": str, "frames": list}


class HostileErrors(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        warm_up()

    def test_each_is_told_in_time_and_in_the_form_of_the_contract(self) -> None:
        for name, program in CASES.items():
            with self.subTest(name):
                started = time.process_time()
                error = Learner().answer({"type": "load", "mode": "grade", "source": program})["error"]
                self.assertLess(time.process_time() - started, 2)
                self._check(error)

    def test_in_a_view_as_well(self) -> None:
        for name in ("a class that lies about its name", "a __str__ that stops the program", "an explanation of its own"):
            *made, raised = CASES[name].rstrip().rpartition("\n")
            program = f"from flask import Flask\napp = Flask(__name__)\n{''.join(made)}@app.get('/')\ndef index():\n    {raised}\n"
            learner = Learner()
            self.assertIsNone(learner.answer({"type": "load", "mode": "grade", "source": program})["error"])
            question = {"type": "request", "id": 1, "method": "GET", "path": "/", "query": "", "headers": [], "body": ""}
            with self.subTest(name):
                self._check(learner.answer(question)["error"])

    def _check(self, error: dict[str, Any]) -> None:
        self.assertIsNotNone(error)
        for field, kind in FIELDS.items():
            self.assertIs(type(error[field]), kind)
        self.assertTrue(error["plain"])
        self.assertTrue(error["line"] is None or 0 < error["line"] < 1_000_000)
        self.assertLess(len(json.dumps(error)), 64 * 1024)


if __name__ == "__main__":
    unittest.main()
