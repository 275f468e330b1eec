"""What the learner's program is called, and where in it something happened."""

from __future__ import annotations

import inspect
import sys
from types import CodeType, TracebackType
from typing import Any

#: the name it is compiled under
FILE_NAME = "program.py"


def line_of(trace: TracebackType | None) -> int | None:
    """The innermost line of the program in a traceback."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILE_NAME:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def line_of_caller() -> int | None:
    """The innermost line of the program that led to the present call."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename != FILE_NAME:
        frame = frame.f_back  # type: ignore[assignment]
    return frame.f_lineno if frame is not None else None


def line_of_function(function: Any) -> int | None:
    """Where a function of the program starts, its decorators included; None for others."""
    try:
        code = getattr(inspect.unwrap(function), "__code__", None)
    except Exception:  # noqa: BLE001 - the program may have put anything in its place
        return None
    return code.co_firstlineno if isinstance(code, CodeType) and code.co_filename == FILE_NAME else None
