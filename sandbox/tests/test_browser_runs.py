"""Programs run one after the other in one interpreter, as in the browser."""

from __future__ import annotations

import os
import sys
import tempfile
import unittest
from typing import Any

from coursewright_browser import visit
from coursewright_browser.clean_start import CleanStart
from coursewright_browser.run import Runs
from coursewright_browser.streams import MAX_OUTPUT_BYTES

APP = """from flask import Flask
{name} = Flask(__name__)

@{name}.get("/hi")
def hi():
    return "hi"
"""


class BrowserRuns(unittest.TestCase):
    def setUp(self) -> None:
        self.emitted: list[tuple[str, str]] = []
        self.asked: list[str] = []
        self.lines: list[str | None] = []
        self._before = os.getcwd(), os._exit
        self.addCleanup(lambda: (os.chdir(self._before[0]), setattr(os, "_exit", self._before[1])))
        self.runs = Runs(lambda stream, text: self.emitted.append((stream, text)), self._ask, CleanStart((tempfile.mkdtemp(),)))

    def _ask(self, prompt: str) -> str | None:
        self.asked.append(prompt)
        line = self.lines.pop(0)
        if line == "STOP":
            raise KeyboardInterrupt
        return line

    def run_program(self, source: str, stdin: str = "") -> dict[str, Any]:
        return self.runs.run(source, stdin)

    def test_prints_are_passed_on_as_they_come_and_kept(self) -> None:
        result = self.run_program('import sys\nprint("a")\nprint("b", file=sys.stderr)\nprint("c", end="")')
        self.assertEqual(self.emitted, [("stdout", "a\n"), ("stderr", "b\n"), ("stdout", "c")])
        self.assertEqual((result["outcome"], result["stdout"], result["stderr"]), ("ran", "a\nc", "b\n"))

    def test_the_last_expression_has_a_value_and_other_last_lines_have_none(self) -> None:
        values = {source: self.run_program(source)["value"] for source in ("x = 2\nx * 21", "'a'\n", "x = 1", "print(1)", "'doc'\n'text'", "")}
        self.assertEqual(values, {"x = 2\nx * 21": "42", "'a'\n": None, "x = 1": None, "print(1)": None, "'doc'\n'text'": "'text'", "": None})

    def test_an_error_is_explained_with_its_line(self) -> None:
        for source, kind, line in (("x = 1\nx + y", "NameError", 2), ("x = 1\nif x\n", "SyntaxError", 2), ("\n1 / 0", "ZeroDivisionError", 2)):
            result = self.run_program(source)
            self.assertEqual((result["outcome"], result["error"]["type"], result["error"]["line"]), ("did-not-run", kind, line))
            self.assertTrue(result["error"]["plain"])

    def test_nothing_of_the_run_before_is_left(self) -> None:
        self.run_program(
            "import builtins, os, random, sys, colorsys\n"
            "builtins.print = lambda *a: None\nbuiltins.mine = 1\nos.environ['A'] = 'b'\nsys.path.append('/x')\nsys.setrecursionlimit(500)\n"
            "open('kept.txt', 'w').write('x')\nglobal_name = 1\nrandom.random = lambda: 4"
        )
        result = self.run_program(
            "import builtins, os, random, sys\n"
            "print([hasattr(builtins, 'mine'), 'A' in os.environ, '/x' in sys.path, os.listdir(), 'global_name' in globals(), "
            "random.random() == 4, sys.getrecursionlimit() == 500, 'colorsys' in sys.modules])"
        )
        self.assertEqual(result["stdout"], "[False, False, False, [], False, False, False, False]\n")

    def test_input_reads_what_was_given_then_asks_with_what_stands_on_the_line(self) -> None:
        self.lines = ["Ada", None]
        result = self.run_program('print("first", input("1? "))\nprint("second", input("2? "))\ninput()', "given\n")
        self.assertEqual(self.asked, ["2? ", ""])
        self.assertEqual(result["stdout"], "1? first given\n2? second Ada\n")
        self.assertEqual(result["error"]["type"], "EOFError")

    def test_stdin_can_be_read_as_a_file(self) -> None:
        self.lines = ["a", "b", None]
        self.assertEqual(self.run_program("import sys\n[line.strip() for line in sys.stdin]")["value"], "['a', 'b']")

    def test_stopping_while_it_waits_says_where_it_was(self) -> None:
        self.lines = ["STOP"]
        result = self.run_program('x = 1\ninput("?")')
        self.assertEqual((result["outcome"], result["error"]["line"], result["stdout"]), ("stopped", 2, "?"))

    def test_output_ends_at_its_limit_and_says_so(self) -> None:
        for source in ("while True: print('x' * 1000)", "while True:\n    try:\n        print('é' * 1000)\n    except Exception:\n        pass"):
            result = self.run_program(source)
            self.assertEqual((result["outcome"], result["limit"], result["outputTruncated"]), ("over-limit", "output", True))
            self.assertLessEqual(len(result["stdout"].encode()), MAX_OUTPUT_BYTES)
            self.assertGreater(len(result["stdout"].encode()), MAX_OUTPUT_BYTES - 4)
            self.assertEqual("".join(text for _, text in self.emitted), result["stdout"])
            self.emitted.clear()

    def test_memory_is_a_limit_and_recursion_an_error_of_the_program(self) -> None:
        result = self.run_program("x = [0] * 10**15")
        self.assertEqual((result["outcome"], result["limit"], result["error"]["type"]), ("over-limit", "memory", "MemoryError"))
        result = self.run_program("def f():\n    return f()\nf()")
        self.assertEqual((result["outcome"], result["error"]["type"], result["limit"]), ("did-not-run", "RecursionError", None))

    def test_leaving_is_no_error_unless_it_says_so(self) -> None:
        outcomes = [self.run_program(f"import os, sys\n{leave}")["outcome"] for leave in ("sys.exit()", "sys.exit('no')", "os._exit(0)", "os._exit(3)")]
        self.assertEqual(outcomes, ["ran", "did-not-run", "ran", "did-not-run"])

    def test_functions_for_the_end_run_at_the_end_once(self) -> None:
        self.assertEqual(self.run_program("import atexit\natexit.register(lambda: print('bye'))\nprint('hi')")["stdout"], "hi\nbye\n")
        self.assertEqual(self.run_program("")["stdout"], "")

    def test_an_app_is_left_behind_to_be_visited_whatever_its_name(self) -> None:
        for name in ("app", "my_app"):
            result = self.run_program(APP.format(name=name))
            self.assertIn({"rule": "/hi", "methods": ["GET", "HEAD", "OPTIONS"], "endpoint": "hi", "line": 4}, result["app"]["routes"])
            exchange = visit.visit({"method": "GET", "url": "/hi", "headers": [], "body": b""})
            self.assertEqual(exchange["response"]["body"], b"hi")
        self.run_program("print('no app')")
        with self.assertRaises(visit.NoApp):
            visit.visit({"method": "GET", "url": "/hi", "headers": [], "body": b""})

    def test_streams_are_given_back(self) -> None:
        self.run_program("import sys\nsys.stdout = None\nsys.stdin = None")
        self.assertIs(sys.stdout, sys.__stdout__)
        self.assertEqual(self.run_program("import sys\nsys.stdout.close()")["outcome"], "ran")


if __name__ == "__main__":
    unittest.main()
