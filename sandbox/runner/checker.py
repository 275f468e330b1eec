"""The checker's side: runs the author's checks in order and judges the learner's answers.

It lives in a container of its own and never holds learner code as anything but text.
"""

from __future__ import annotations

import linecache
import random
import sys
import types
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from coursewright.client import Client
from coursewright.expectations import ExpectationFailed, ProgramGone
from coursewright.program import Program
from coursewright.registry import Check, call, take_checks

CONTRACT = 1
FILE_NAME = "checks.py"
MAX_LINE = 200
#: of each text of a result; Node cuts there, too. A page of the learner's may stand in one, and a frame has an end.
MAX_TEXT = 4000
#: for a plain `assert` that says nothing: its line must not be shown, for checks are secret
NO_WORDS = "This is not as it should be; the check does not say more."

Send = Callable[[dict[str, Any]], None]
Ask = Callable[[int, dict[str, Any]], dict[str, Any]]


class AuthorsFault(Exception):
    """checks.py itself is wrong; the learner is not to blame.

    line  of checks.py; None when no line is to blame
    text  what stands on that line
    """

    def __init__(self, message: str, line: int | None = None, text: str | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.text = text

    def as_message(self) -> dict[str, Any]:
        return {"v": CONTRACT, "type": "fault", "message": str(self), "line": self.line, "text": self.text}


def load_checks(text: str) -> list[Check]:
    """Runs checks.py and gives its checks in file order."""
    module = types.ModuleType("checks")
    sys.modules["checks"] = module
    linecache.cache[FILE_NAME] = (len(text), None, text.splitlines(keepends=True), FILE_NAME)
    take_checks()
    try:
        exec(_compiled(text), module.__dict__)
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is the author's
        raise _fault(error) from error
    checks = take_checks()
    if not checks:
        raise AuthorsFault('checks.py has no check: put @check("…") above a function')
    return checks


@lru_cache(maxsize=1)
def _compiled(text: str) -> types.CodeType:
    return compile(text, FILE_NAME, "exec", dont_inherit=True)


def run_checks(checks: list[Check], *, source: str, stdout: str, seed: int, ask: Ask, send: Send) -> None:
    """Runs every check and sends a `result` for each.

    ask   puts a question to the learner's process and gives its answer; raises ProgramGone when it has ended
    send  takes the results
    """
    for index, item in enumerate(checks):
        outcome = _run_check(index, item, source=source, stdout=stdout, seed=seed, ask=ask)
        if outcome is None:  # the program ended in the middle: this check failed, the others cannot run
            send(_result(index, item, "failed", "Your program ended while this was being checked."))
            for later, skipped in enumerate(checks[index + 1 :], index + 1):
                send(_result(later, skipped, "not-run"))
            return
        send(outcome)


def _run_check(index: int, item: Check, *, source: str, stdout: str, seed: int, ask: Ask) -> dict[str, Any] | None:
    def ask_here(question: dict[str, Any]) -> dict[str, Any]:
        return ask(index, question)

    available = {
        "client": Client(ask_here),
        "program": Program(source=source, stdout=stdout, ask=ask_here),
        "rng": random.Random(f"{seed}:{item.name}"),
    }
    try:
        call(item, available)
    except ExpectationFailed as failure:
        return _result(index, item, "failed", failure.message, failure.expected, failure.actual, failure.error)
    except ProgramGone:
        return None
    except AssertionError as failure:  # the author said that this fails, only not in words for learners
        return _result(index, item, "failed", _first_line(failure) or NO_WORDS)
    except BaseException as error:  # noqa: BLE001
        raise _fault(error, item.name) from error
    return _result(index, item, "passed")


def _result(
    index: int, item: Check, status: str, message: str = "", expected: str | None = None, actual: str | None = None, error: Any = None
) -> dict[str, Any]:
    return {
        "v": CONTRACT,
        "type": "result",
        "check": index,
        "name": item.name,
        "status": status,
        "message": _cut(message),
        "expected": _cut(expected),
        "actual": _cut(actual),
        "error": {key: _cut(value) for key, value in error.items()} if isinstance(error, dict) else error,
    }


def _cut(value: Any) -> Any:
    return value[:MAX_TEXT] if isinstance(value, str) else value


def _fault(error: BaseException, check: str | None = None) -> AuthorsFault:
    """The author's error with the innermost line of checks.py that led to it."""
    message = f"{type(error).__name__}: {_first_line(error)}" + (f' (in the check "{check}")' if check else "")
    if isinstance(error, SyntaxError) and error.filename == FILE_NAME:
        line = error.lineno
    else:
        line = next((number for name, number in reversed(_places(error)) if name == FILE_NAME), None)
    text = linecache.cache.get(FILE_NAME, (0, None, [], ""))[2]  # type: ignore[misc]
    return AuthorsFault(message, line, text[line - 1].strip()[:MAX_LINE] if line and line <= len(text) else None)


def _places(error: BaseException) -> list[tuple[str, int]]:
    """File and line of each frame, outermost first, without reading any file."""
    found = []
    trace = error.__traceback__
    while trace:
        found.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    return found


def _first_line(error: BaseException) -> str:
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    return text.strip().split("\n")[0][:MAX_LINE]
