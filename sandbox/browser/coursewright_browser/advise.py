"""Runs the visible checks of an exercise against a program, all in this interpreter: advice, at once and without a server.

The grader keeps program and checks apart, because a program may lie to get a verdict. Here it could only lie to the
reader who wrote it. The program gets a module, a folder and streams of its own, so that the app of the last run stays.
"""

from __future__ import annotations

from contextlib import redirect_stderr, redirect_stdout
from time import perf_counter
from typing import Any

from coursewright.expectations import ProgramGone
from coursewright.registry import Check
from coursewright_browser.apart import apart
from coursewright_browser.deadline import Deadline, Printed, Stopped
from coursewright_browser.watching import watch
from runner.checker import AuthorsFault, load_checks, run_checks
from runner.learner import Learner

#: for the program and its checks together; several times what the grader gives, as Python in a browser is slower
SECONDS = 10.0
#: as the grader's, see sandbox/runner/child.py
MAX_OUTPUT = 64 * 1024
#: types of errors after which the program cannot be asked any more; and of those the limits, as lib/grading's `limitBehind` says
ENDS = ("TimeLimit", "OutputLimit", "MemoryError", "ProgramEnded")
LIMITS = ENDS[:3]

Json = dict[str, Any]


def advise(code: str, checks: str, seed: int, seconds: float = SECONDS) -> Json:
    """The Advice of lib/browser-python/schema.ts.

    code    the learner's program
    checks  Python with the visible checks
    seed    of their random inputs; with the grader's, they ask what the grader asks

    @raises KeyboardInterrupt when the reader stops it
    """
    watch()
    began = perf_counter()
    with apart():
        outcome, results, error = _Advisor(code, seed, seconds).advise(checks)
    shown = [{key: result[key] for key in ("name", "status", "message", "expected", "actual", "error")} for result in results]
    return {"outcome": outcome, "checks": shown, "error": error, "ms": round((perf_counter() - began) * 1000, 3)}


class _Advisor:
    def __init__(self, code: str, seed: int, seconds: float) -> None:
        self._code = code
        self._seed = seed
        self._learner = Learner()
        self._deadline = Deadline(seconds, code)
        self._printed, self._errors = Printed(MAX_OUTPUT), Printed(MAX_OUTPUT)
        #: why the program cannot be asked any more
        self._ended: Json | None = None

    def advise(self, checks: str) -> tuple[str, list[Json], Json | None]:
        results: list[Json] = []
        try:
            loaded = load_checks(checks)
            with self._deadline.running():
                error = self._ask({"type": "load", "mode": "grade", "source": self._code, "stdin": ""})["error"]
                if error is not None:
                    return ("over-limit" if error["type"] in LIMITS else "did-not-run"), _not_run(loaded), error
                printed = self._printed.getvalue()
                run_checks(loaded, source=self._code, stdout=printed, seed=self._seed, ask=self._ask_for_check, send=results.append)
        except (AuthorsFault, Stopped) as fault:
            _raise_if_interrupted(fault)
            return "checks-failed-to-run", [], None
        if self._ended:
            _say_why(results, self._ended)
        over = self._ended is not None and self._ended["type"] in LIMITS
        return ("over-limit" if over else "ran"), results, (self._ended if over else None)

    def _ask_for_check(self, _: int, question: Json) -> Json:
        if self._ended:
            raise ProgramGone
        answer = self._ask(question)
        if self._ended:
            raise ProgramGone
        return answer

    def _ask(self, question: Json) -> Json:
        """Puts a question to the program, which may print meanwhile."""
        before = self._printed.tell()
        with redirect_stdout(self._printed), redirect_stderr(self._errors):
            answer = self._learner.answer(question)
        error = answer.get("error")
        if error and error["type"] == "KeyboardInterrupt":
            raise KeyboardInterrupt
        if error and error["type"] in ENDS:
            self._ended = error
        return {**answer, "stdout": self._printed.getvalue()[before:]}


def _not_run(checks: list[Check]) -> list[Json]:
    return [{"name": item.name, "status": "not-run", "message": "", "expected": None, "actual": None, "error": None} for item in checks]


def _say_why(results: list[Json], ended: Json) -> None:
    """The check during which the program ended says why."""
    for result in results:
        if result["status"] == "failed" and result["error"] is None and not result["expected"]:
            result.update(message=ended["plain"], error=ended)
            return


def _raise_if_interrupted(fault: BaseException) -> None:
    """The reader's stop may come while a check runs, and is then no fault of the author's."""
    if isinstance(fault.__cause__, KeyboardInterrupt):
        raise fault.__cause__
