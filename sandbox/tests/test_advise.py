"""The visible checks in the browser's Python: they say what the grader says, and leave the program before them alone."""

from __future__ import annotations

import json
import linecache
import os
import random
import sys
import unittest
from pathlib import Path
from typing import Any

from coursewright_browser.advise import advise
from coursewright_browser.visit import keep, visit
from runner.learner import Learner

GOLDEN = Path(__file__).parent / "golden"
#: as golden.sandbox.test.ts draws
SEED = 42
CHECKS = """from coursewright import check

@check("first", visible=True)
def first(client):
    client.get("/").expect_text("hello")

@check("second", visible=True)
def second(client):
    client.get("/").expect_text("hello")
"""
HEAD = 'from flask import Flask\napp = Flask(__name__)\n@app.get("/")\ndef index():\n'


def around() -> tuple[Any, ...]:
    """What a program finds around it, and could change for others."""
    modules = sys.modules["program"], sys.modules["__main__"]
    return os.getcwd(), sys.stdin, sys.stdout, list(sys.path), dict(os.environ), modules, random.getstate()


def statuses(advice: dict[str, Any]) -> list[str]:
    return [item["status"] for item in advice["checks"]]


class Agreement(unittest.TestCase):
    def test_says_of_every_golden_case_what_the_sandbox_says(self) -> None:
        for folder in sorted(GOLDEN.iterdir()):
            with self.subTest(folder.name):
                expected = json.loads((folder / "expected.json").read_text())
                seconds = 0.5 if expected["limit"] == "time" else 10
                advice = advise((folder / "program.py").read_text(), (folder / "checks.py").read_text(), SEED, seconds)
                if expected["outcome"] == "grader-fault":
                    self.assertEqual((advice["outcome"], advice["checks"]), ("checks-failed-to-run", []))
                    continue
                self.assertEqual(advice["outcome"], expected["outcome"])
                # how many seconds it ran differs, and where it ended itself is known only here
                less = expected["limit"] == "time" or folder.name.startswith("ends-itself")
                told = ("name", "status") if less else ("name", "status", "message", "expected", "actual", "error")
                self.assertEqual(*([{key: item[key] for key in told} for item in some["checks"]] for some in (advice, expected)))
                self.assertEqual((advice["error"] or {}).get("type"), (expected["error"] or {}).get("type"))


class Limits(unittest.TestCase):
    def test_stops_a_program_that_never_ends_at_its_line(self) -> None:
        endless = ("n = 1\nwhile True:\n    n += 1\n", "while True:\n    try:\n        pass\n    except:\n        pass\n")
        for code in (*endless, "sum(1 for _ in iter(int, 1))\n"):
            with self.subTest(code):
                advice = advise(code, CHECKS, 1, 0.2)
                self.assertEqual((advice["outcome"], statuses(advice)), ("over-limit", ["not-run", "not-run"]))
                self.assertEqual(advice["error"]["type"], "TimeLimit")
                self.assertIn("still running after 0.2 seconds", advice["error"]["plain"])
                self.assertIsNotNone(advice["error"]["line"])

    def test_the_check_in_which_it_never_ended_says_why(self) -> None:
        advice = advise(f"{HEAD}    while True:\n        pass\n", CHECKS, 1, 0.2)
        self.assertEqual((advice["outcome"], statuses(advice)), ("over-limit", ["failed", "not-run"]))
        self.assertIn("`while True` on line 5", advice["checks"][0]["message"])

    def test_stops_a_program_that_prints_without_end(self) -> None:
        advice = advise('while True:\n    print("x" * 100)\n', CHECKS, 1)
        self.assertEqual((advice["outcome"], advice["error"]["type"]), ("over-limit", "OutputLimit"))

    def test_checks_that_never_end_are_the_authors_fault(self) -> None:
        advice = advise("", 'from coursewright import check\n@check("a")\ndef a(program):\n    while True: pass\n', 1, 0.2)
        self.assertEqual((advice["outcome"], advice["checks"]), ("checks-failed-to-run", []))

    def test_goes_on_working_after_each(self) -> None:
        for _ in range(2):
            advise("while True: pass", CHECKS, 1, 0.1)
            self.assertEqual(statuses(advise(f'{HEAD}    return "hello"\n', CHECKS, 1)), ["passed", "passed"])

    def test_a_stop_by_the_reader_is_nobodys_fault(self) -> None:
        for code in ("raise KeyboardInterrupt", f"{HEAD}    raise KeyboardInterrupt\n"):
            with self.subTest(code), self.assertRaises(KeyboardInterrupt):
                advise(code, CHECKS, 1)


class LeavesAlone(unittest.TestCase):
    def test_the_app_of_the_last_run(self) -> None:
        source = f"import os\n{HEAD}    return f'hello {{os.getcwd()}} {{1 / len(os.environ.get(\"NAME\", \"\"))}}'\n"
        learner = Learner()
        self.assertIsNone(learner.answer({"type": "load", "mode": "grade", "source": source, "stdin": ""})["error"])
        keep(learner.app, source)
        before = around()
        other = "import os, random, sys\nos.environ['NAME'] = 'x'\nrandom.seed(1)\nsys.path.insert(0, 'there')\nos.mkdir('left')\n"
        advise(f'{other}{HEAD}    return "other"\n', f"{CHECKS}\n@check('third')\ndef third(program):\n    program.run()\n", 1)
        self.assertEqual(before, around())
        self.assertEqual("".join(linecache.getlines("program.py")), source)
        self.assertFalse(os.path.exists("left"))
        exchange = visit({"method": "GET", "url": "/", "headers": [], "body": b""})
        self.assertEqual(exchange["error"]["type"], "ZeroDivisionError")
        self.assertEqual(exchange["error"]["frames"][-1]["text"], source.splitlines()[5].strip())

    def test_a_program_that_asks_to_end_everything(self) -> None:
        before = os._exit
        advice = advise("import os\nos._exit(3)\n", CHECKS, 1)
        self.assertIs(os._exit, before)
        self.assertEqual((advice["outcome"], statuses(advice)), ("did-not-run", ["not-run", "not-run"]))
        self.assertIn("ended the whole process", advice["error"]["plain"])


if __name__ == "__main__":
    unittest.main()
