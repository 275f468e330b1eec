"""Runs one program after the other in the browser, each from a clean start."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from typing import Any

from coursewright_browser import visit
from coursewright_browser.clean_start import CleanStart
from coursewright_browser.program import find_app, routes_of, run_module
from coursewright_browser.streams import Ask, Emit, Input, Output, OutputLimit
from runner.explain import LearnerError, explain
from runner.explanations.endless import explain_endless
from runner.learner import _finish_like_python
from runner.program_file import FILE_NAME
from runner.wsgi import report_errors


@dataclass
class _Ending:
    """How a program ended; the first fields of BrowserRun in lib/browser-python/schema.ts."""

    outcome: str = "ran"
    value: str | None = None
    error: dict[str, Any] | None = None
    limit: str | None = None
    app: dict[str, Any] | None = field(default=None)


class Runs:
    """`emit` is given what programs print, while they do; `ask` waits for a line of input."""

    def __init__(self, emit: Emit, ask: Ask, start: CleanStart) -> None:
        self._emit = emit
        self._ask = ask
        self._start = start

    def run(self, source: str, given: str = "") -> dict[str, Any]:
        """The BrowserRun of lib/browser-python/schema.ts.

        @param given what `input()` reads before it asks the reader
        """
        visit.keep(None, source)
        self._start.restore()
        output = Output(self._emit)
        sys.stdout, sys.stderr, sys.stdin = output.stdout, output.stderr, Input(given, self._ask, output)
        began = time.perf_counter()
        try:
            ending = self._run(source)
        except KeyboardInterrupt as stop:  # it came late, after the program's own code
            ending = _stopped(stop, source, began)
        finally:
            output.flush()
            sys.stdout, sys.stderr, sys.stdin = sys.__stdout__, sys.__stderr__, sys.__stdin__
        if output.truncated and ending.outcome != "stopped":
            ending = _Ending("over-limit", limit="output")
        return {
            **vars(ending),
            "stdout": output.text("stdout"),
            "stderr": output.text("stderr"),
            "outputTruncated": output.truncated,
            "ms": round((time.perf_counter() - began) * 1000, 3),
        }

    def _run(self, source: str) -> _Ending:
        began = time.perf_counter()
        report_errors(lambda error: _print_view_error(error, source))
        try:
            module, value = run_module(source)
            _finish_like_python()
            app = find_app(module)
            visit.keep(app, source)
            return _Ending(value=value, app=None if app is None else {"routes": routes_of(app)})
        except SystemExit as stop:
            if stop.code in (None, 0):
                return _Ending()
            return _Ending("did-not-run", error=explain(stop, source, FILE_NAME).as_json())
        except OutputLimit:
            return _Ending("over-limit", limit="output")
        except KeyboardInterrupt as stop:
            return _stopped(stop, source, began)
        except BaseException as error:  # noqa: BLE001 - a program may raise anything
            error = _as_on_64_bits(error)
            memory = isinstance(error, MemoryError)
            told = explain(error, source, FILE_NAME).as_json()
            return _Ending("over-limit" if memory else "did-not-run", error=told, limit="memory" if memory else None)


def _as_on_64_bits(error: BaseException) -> BaseException:
    """Here a number of bytes has 32 bits: what is too large for that, Python on the server cannot have either, and says so otherwise."""
    if isinstance(error, OverflowError) and str(error) == "cannot fit 'int' into an index-sized integer":
        return MemoryError().with_traceback(error.__traceback__)
    return error


def _stopped(stop: BaseException, source: str, began: float) -> _Ending:
    """Where the program was when it was stopped, and why it had not ended by itself."""
    place = explain(stop, source, FILE_NAME)
    told = explain_endless(source, place.line, round(time.perf_counter() - began, 1))
    error = LearnerError(type="Stopped", message="stopped", plain=told.plain, try_this=told.try_this, line=place.line, frames=place.frames)
    return _Ending("stopped", error=error.as_json())


def _print_view_error(error: BaseException, source: str) -> None:
    told = explain(error, source, FILE_NAME)
    where = f" on line {told.line}" if told.line else ""
    print(
        f"A view stopped with an error{where}, so the answer is 500.\n{told.type}: {told.message}\n{told.plain} {told.try_this}\n",
        file=sys.stderr,
    )
