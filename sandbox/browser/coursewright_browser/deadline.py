"""Ends a program that runs too long or prints too much, in an interpreter without signals and processes.

Python itself says when it calls something or jumps back (sys.monitoring), and then the clock is looked at. Work inside a
single call of C code is not seen; who waits for the page can still stop all of Python.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from types import CodeType
from typing import Any

from runner.explain import learner_lines
from runner.explanations.endless import explain_endless
from runner.program_file import FILE_NAME

#: of the six that Python has, one that neither debuggers and profilers nor the timeline of a visit ask for
TOOL = 3
#: the clock is looked at once in so many events; it costs more than they do
EVENTS_A_LOOK = 200
_EVENTS = sys.monitoring.events
_WATCHED = (_EVENTS.PY_START, _EVENTS.PY_RESUME, _EVENTS.JUMP)


class Stopped(BaseException):
    """The program was stopped. No `except Exception` of its own catches this."""

    limit = ""

    def __init__(self, plain: str, try_this: str = "") -> None:
        super().__init__("stopped")
        self.plain = plain
        self.try_this = try_this


class TimeLimit(Stopped):
    limit = "time"


class OutputLimit(Stopped):
    limit = "output"


class Deadline:
    """`expired` once the time was up; from then on everything that goes on is stopped, again and again."""

    def __init__(self, seconds: float, source: str) -> None:
        self.expired = False
        self._seconds = seconds
        self._source = source
        self._until = 0.0
        self._events = 0

    @contextmanager
    def running(self) -> Iterator[None]:
        """The time runs while this is open."""
        self._until = monotonic() + self._seconds
        sys.monitoring.use_tool_id(TOOL, "coursewright deadline")
        try:
            for event in _WATCHED:
                sys.monitoring.register_callback(TOOL, event, self._look)
            sys.monitoring.set_events(TOOL, sum(_WATCHED))
            yield
        finally:
            sys.monitoring.set_events(TOOL, _EVENTS.NO_EVENTS)
            for event in _WATCHED:
                sys.monitoring.register_callback(TOOL, event, None)
            sys.monitoring.free_tool_id(TOOL)

    def _look(self, _code: CodeType, *_: Any) -> None:
        self._events += 1
        if not self.expired and (self._events % EVENTS_A_LOOK or monotonic() < self._until):
            return
        first, self.expired = not self.expired, True
        lines = learner_lines(sys._getframe(1), self._source.splitlines(), FILE_NAME)
        if lines or first:  # what explains the end to the reader must not be stopped as well
            told = explain_endless(self._source, lines[-1].line if lines else None, self._seconds)
            raise TimeLimit(told.plain, told.try_this)


class Printed(io.StringIO):
    """What a program prints; more than `most` characters stop it."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._room = most

    def write(self, text: str) -> int:
        self._room -= len(text)
        if self._room < 0:
            raise OutputLimit("Your program printed far more than anyone can read, so it was stopped.", "Look for a print inside a loop.")
        return super().write(text)
