"""Every example in the docstrings of the vocabulary runs, and fails as its docstring says, against reference/program.py."""

from __future__ import annotations

import ast
import io
import re
import unittest
from contextlib import redirect_stdout
from pathlib import Path
from typing import NamedTuple

from runner.try_checks import grade_here
from runner.warm import warm_up

HERE = Path(__file__).parent
VOCABULARY = HERE.parent / "coursewright"


class Documented(NamedTuple):
    name: str
    example: str | None
    fails: str | None


def documented() -> list[Documented]:
    found = []
    for path in sorted(VOCABULARY.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            text = ast.get_docstring(node) if isinstance(node, ast.FunctionDef) else None
            example, fails = (re.search(rf"^{word}: (.+)$", text or "", re.MULTILINE) for word in ("Example", "Fails"))
            if isinstance(node, ast.FunctionDef) and (example or fails):
                found.append(Documented(f"{path.stem}.{node.name}", example and example[1], fails and fails[1]))
    return found


class Examples(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls) -> None:
        warm_up()

    def test_examples_run_and_fail_as_they_say(self) -> None:
        program = (HERE / "reference" / "program.py").read_text()
        items = [item for item in documented() if item.example and not item.example.startswith("@")]
        self.assertGreater(len(items), 40)
        for item in items:
            checks = f'from coursewright import *\n\n\n@check("it")\ndef it(client, program, rng):\n    {item.example}\n'
            with self.subTest(item.name), redirect_stdout(io.StringIO()):
                result = grade_here(source=program, checks=checks, seed=1)["results"][0]
                if item.fails:
                    self.assertEqual((result["status"], result["message"][: len(item.fails)]), ("failed", item.fails))
                else:
                    self.assertEqual(result["status"], "passed")

    def test_a_failure_is_never_shown_without_its_example(self) -> None:
        self.assertEqual([item.name for item in documented() if item.fails and not item.example], [])


if __name__ == "__main__":
    unittest.main()
