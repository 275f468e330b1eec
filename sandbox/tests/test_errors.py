"""Every program in errors/ goes wrong; expected.json holds what a beginner is told. UPDATE_GOLDEN=1 writes it anew.

A program is loaded and, when that works, asked for "/" and then "/x". A first line such as

    # asks: POST /login name=Ada then GET /me

asks for something else: a method, an address, form fields or JSON, and `then` further requests of the same browser.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import unittest
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from coursewright.client import Client
from coursewright.expectations import ExpectationFailed
from runner.learner import Learner
from runner.warm import warm_up

FOLDER = Path(__file__).parent / "errors"
EXPECTED = FOLDER / "expected.json"


def told(program: str) -> dict[str, Any] | None:
    """What a learner reads of the program's first error, or of its first answer that is no success."""
    learner = Learner()
    sys.stdin = io.StringIO("")
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        error = learner.answer({"type": "load", "mode": "grade", "source": program})["error"]
        if error:
            return _shown(error)
        client = Client(learner.answer)
        asks = re.match(r"# asks: (.+)", program)
        for ask in asks[1].split(" then ") if asks else ["GET /", "GET /x"]:
            said = _ask(client, ask)
            if said:
                return said
    return None


def _ask(client: Client, ask: str) -> dict[str, Any] | None:
    method, path, *rest = ask.split(" ", 2)
    body: dict[str, Any] = {}
    if rest and rest[0].startswith(("{", "[")):
        body = {"json": json.loads(rest[0])}
    elif rest:
        body = {"data": dict(pair.split("=", 1) for pair in rest[0].split("&"))}
    response = client.request(method, path, **body)
    try:
        response.expect_status(200)
    except ExpectationFailed as failure:
        return _shown(failure.error) if failure.error else {"says": failure.message}
    return None


def _shown(error: dict[str, Any]) -> dict[str, Any]:
    return {key: error[key] for key in ("type", "line", "plain", "tryThis")}


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
            if sys.version_info >= (3, 14) and name in ALLOWED_SINCE_3_14:  # the browser's Python is newer than the grader's
                continue
            with self.subTest(name):
                self.assertEqual(error, expected[name])

    def test_every_explanation_has_a_line_and_one_thing_to_try(self) -> None:
        for name, error in json.loads(EXPECTED.read_text()).items():
            with self.subTest(name):
                self.assertIsNotNone(error)
                if "says" not in error and name not in NOT_EXPLAINED:
                    self.assertTrue(error["plain"] and error["tryThis"])
                    self.assertNotRegex(error["plain"], r"^Python stopped with|None\b.*\?$")
                if "says" not in error and name not in WITHOUT_LINE:
                    self.assertIsInstance(error["line"], int)


#: `except A, B:` without brackets
ALLOWED_SINCE_3_14 = ("except-with-comma",)
#: the learner's own exceptions say what they say
NOT_EXPLAINED = {"own-exception"}
WITHOUT_LINE = {"null-character"}


if __name__ == "__main__":
    unittest.main()
