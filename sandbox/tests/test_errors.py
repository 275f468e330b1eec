"""Every program in errors/ fails; expected.json holds what a beginner is told. UPDATE_GOLDEN=1 writes it anew."""

from __future__ import annotations

import io
import json
import os
import sys
import unittest
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from runner.learner import Learner
from runner.warm import warm_up

FOLDER = Path(__file__).parent / "errors"
EXPECTED = FOLDER / "expected.json"


def told(program: str) -> dict[str, Any] | None:
    """Loads the program and, when that works, asks for "/" (or "/x"); gives the error."""
    learner = Learner()
    sys.stdin = io.StringIO("")
    with redirect_stdout(io.StringIO()):
        error = learner.answer({"type": "load", "mode": "grade", "source": program})["error"]
        for path in ("/", "/x"):
            question = {"type": "request", "id": 1, "method": "GET", "path": path, "query": "", "headers": [], "body": ""}
            error = error or learner.answer(question)["error"]
    return error and {key: error[key] for key in ("type", "line", "plain")}


class Errors(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls) -> None:
        warm_up()

    def test_every_error_is_explained_as_expected(self) -> None:
        actual = {path.stem: told(path.read_text()) for path in sorted(FOLDER.glob("*.py"))}
        if os.environ.get("UPDATE_GOLDEN") == "1":
            EXPECTED.write_text(json.dumps(actual, indent=2, ensure_ascii=False) + "\n")
        expected = json.loads(EXPECTED.read_text())
        self.assertEqual(sorted(actual), sorted(expected))
        for name, error in actual.items():
            with self.subTest(name):
                self.assertEqual(error, expected[name])

    def test_a_broken_exception_class_breaks_nothing(self) -> None:
        program = "class Bad(Exception):\n    def __str__(self):\n        raise ValueError('no')\n\nraise Bad()\n"
        error = told(program)
        assert error is not None
        self.assertEqual((error["type"], error["line"]), ("Bad", 5))


if __name__ == "__main__":
    unittest.main()
