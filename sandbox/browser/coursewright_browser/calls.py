"""Notes when functions of an app begin and end, without taking their place: Python itself tells of them (sys.monitoring)."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import CodeType
from typing import Any

from runner.program_file import FILE_NAME

#: of the six that Python has, one that no debugger, profiler or coverage tool asks for
TOOL = 4
_EVENTS = sys.monitoring.events
_LOCAL = _EVENTS.PY_START | _EVENTS.PY_RETURN


@dataclass(frozen=True)
class Role:
    """What a function is in the app: `kind` is one of lib/browser-python/schema.ts, `name` what the reader calls it."""

    kind: str
    name: str
    line: int | None


class Calls:
    """Tells `began(role)` and `ended(role, result, error)` of watched functions, but not of what they call in turn."""

    def __init__(self, began: Callable[[Role], None], ended: Callable[[Role, Any, BaseException | None], None]) -> None:
        self._began = began
        self._ended = ended
        self._roles: dict[CodeType, Role] = {}
        #: the watched function that runs, and how many calls of its code are open
        self._open: CodeType | None = None
        self._depth = 0

    def watch(self, kind: str, function: Any, name: str | None = None) -> None:
        """Has calls of a function told; a function that Python did not compile is left out."""
        code = _code_of(function)
        if code is None or code in self._roles:
            return
        shown = _code_of(_unwrapped(function)) or code
        own = shown.co_filename == FILE_NAME
        self._roles[code] = Role(kind, name or (shown.co_name if own else _name_of(function)), shown.co_firstlineno if own else None)
        sys.monitoring.set_local_events(TOOL, code, _LOCAL)

    @contextmanager
    def told(self) -> Iterator[None]:
        """While this is open, calls are told."""
        sys.monitoring.use_tool_id(TOOL, "coursewright timeline")
        try:
            sys.monitoring.register_callback(TOOL, _EVENTS.PY_START, self._start)
            sys.monitoring.register_callback(TOOL, _EVENTS.PY_RETURN, self._return)
            sys.monitoring.register_callback(TOOL, _EVENTS.PY_UNWIND, self._unwind)
            sys.monitoring.set_events(TOOL, _EVENTS.PY_UNWIND)
            yield
        finally:
            sys.monitoring.set_events(TOOL, _EVENTS.NO_EVENTS)
            for code in self._roles:
                sys.monitoring.set_local_events(TOOL, code, _EVENTS.NO_EVENTS)
            for event in (_EVENTS.PY_START, _EVENTS.PY_RETURN, _EVENTS.PY_UNWIND):
                sys.monitoring.register_callback(TOOL, event, None)
            sys.monitoring.free_tool_id(TOOL)

    def _start(self, code: CodeType, _offset: int) -> None:
        if self._open is None:
            self._open = code
            self._began(self._roles[code])
        if self._open is code:
            self._depth += 1

    def _return(self, code: CodeType, _offset: int, result: Any) -> None:
        self._leave(code, result, None)

    def _unwind(self, code: CodeType, _offset: int, error: BaseException) -> None:
        self._leave(code, None, error)

    def _leave(self, code: CodeType, result: Any, error: BaseException | None) -> None:
        if code is not self._open:
            return
        self._depth -= 1
        if self._depth == 0:
            self._open = None
            self._ended(self._roles[code], result, error)


def _unwrapped(function: Any) -> Any:
    try:
        return inspect.unwrap(function)
    except Exception:  # noqa: BLE001 - the program may have put anything in its place
        return function


def _code_of(function: Any) -> CodeType | None:
    while isinstance(function, functools.partial):
        function = function.func
    function = getattr(function, "__func__", function)
    code = getattr(function, "__code__", None)
    return code if isinstance(code, CodeType) else None


def _name_of(function: Any) -> str:
    name = getattr(function, "__name__", None)
    return name if isinstance(name, str) else "a function"
