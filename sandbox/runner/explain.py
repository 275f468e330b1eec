"""Turns a Python error into what a beginner needs: the lines they wrote, what happened in plain words, one thing to try.

Pure: standard library only, no IO, no Flask. The browser's Python (Pyodide) uses the same file. The error comes from a
program that may be hostile: its class may lie about its name, its text and its parts. So nothing of it is asked in a
way the class could answer, except its text.
"""

from __future__ import annotations

import ast
import itertools
import re
import traceback
from dataclasses import dataclass, field, replace
from types import FrameType, TracebackType
from typing import Any

from runner.explanations import RUNNING, UNREADABLE
from runner.explanations.template_place import template_place
from runner.situation import Position, Situation, Told

#: A recursion is a thousand frames of the same line; the outermost and innermost few say everything.
MAX_FRAMES = 12
MAX_MESSAGE = 1000
MAX_LINE = 200
#: line numbers beyond this are made up
MAX_LINES = 100_000
#: classes of the learner's may have as many bases as they like
MAX_BASES = 100

_name_of = type.__dict__["__name__"].__get__
_bases_of = type.__dict__["__mro__"].__get__
_trace_of = BaseException.__dict__["__traceback__"].__get__  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Frame:
    line: int
    function: str
    text: str


@dataclass
class LearnerError:
    """The `error` of the contract."""

    type: str
    message: str
    plain: str
    try_this: str = ""
    line: int | None = None
    frames: list[Frame] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {
            "type": self.type,
            "message": self.message,
            "plain": self.plain,
            "tryThis": self.try_this,
            "line": self.line,
            "frames": [{"line": frame.line, "function": frame.function, "text": frame.text} for frame in self.frames],
        }


def explain(error: BaseException, source: str, file_name: str, view: str | None = None) -> LearnerError:
    """Describes an error. It never raises, whatever the error is made of.

    error      what was raised
    source     the learner's program
    file_name  the name it was compiled under; frames of other files are left out
    view       name of the function that should have answered; Flask complains of what it gave from outside of it
    """
    name = _plain_text(_name_of(type(error)))[:100]
    try:
        return _explain(error, name, source, file_name, view)
    except BaseException:  # noqa: BLE001 - rather no explanation than no answer
        return LearnerError(type=name, message="", plain=f"Python stopped with {name}.")


def _explain(error: BaseException, name: str, source: str, file_name: str, view: str | None) -> LearnerError:
    lines = source.splitlines()
    message = _message(error)
    trace = _trace_of(error)
    column: int | None = None
    position: Position | None = None
    frames = learner_frames(trace, lines, file_name)
    # without a frame of the program it is the program itself that cannot be read
    unreadable = isinstance(error, (SyntaxError, UnicodeEncodeError)) and not frames
    if unreadable:
        line, column = _number(_field(error, "lineno")), _number(_field(error, "offset"))
        frames = [_frame("<module>", line, lines)] if line else []
    else:
        line = frames[-1].line if frames else None
        position = _failing_position(trace, file_name)
    situation = Situation(
        types=_type_names(error),
        message=message,
        near=_suggestion(error),
        source=source,
        line=line,
        position=position,
        column=column,
        template=template_place(error, trace),
        unreadable=unreadable,
        calls=tuple((frame.line, frame.function) for frame in frames),
    )
    if line is None and not unreadable:
        line = _line_of_view(situation, view)
        if line:
            frames = [_frame(view or "<module>", line, lines)]
            situation = replace(situation, line=line)
    told = _told(error, name, situation)
    if told.line and told.line != line:
        line = told.line
        frames = [_frame(view or "<module>", line, lines)] if not situation.calls else frames
    return LearnerError(type=name, message=message, plain=told.plain, try_this=told.try_this, line=line, frames=frames)


def learner_frames(trace: TracebackType | None, lines: list[str], file_name: str) -> list[Frame]:
    """The learner's own lines of a traceback, outermost first."""
    frames = []
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename == file_name:
            frames.append(_frame(code.co_name, trace.tb_lineno, lines))
        trace = trace.tb_next
    return _shortened(frames)


def _failing_position(trace: TracebackType | None, file_name: str) -> Position | None:
    """Where in the learner's innermost frame the instruction stands that failed."""
    last = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file_name:
            last = trace
        trace = trace.tb_next
    if last is None:
        return None
    place = next(itertools.islice(last.tb_frame.f_code.co_positions(), last.tb_lasti // 2, None), None)
    if place is None or any(number is None for number in place):
        return None
    return place  # type: ignore[return-value]


def _line_of_view(situation: Situation, view: str | None) -> int | None:
    """Where the view gave what Flask then complains of: its only `return`, or its `def`."""
    function = situation.function(view) if view else None
    if function is None:
        return None
    returns = [node.lineno for node in ast.walk(function) if isinstance(node, ast.Return)]
    complains_of_call = re.match(r"[\w.]+\(\) ", situation.message)
    return function.lineno if complains_of_call or len(returns) != 1 else returns[0]


def learner_lines(frame: FrameType | None, lines: list[str], file_name: str) -> list[Frame]:
    """The learner's own lines of a running program, outermost first."""
    found: list[Frame] = []
    while frame is not None:
        if frame.f_code.co_filename == file_name:
            found.append(_frame(frame.f_code.co_name, frame.f_lineno, lines))
        frame = frame.f_back
    return _shortened(found[::-1])


def _frame(function: str, line: int, lines: list[str]) -> Frame:
    name = "the program" if function == "<module>" else function
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    return Frame(line, name, text.strip()[:MAX_LINE])


def _shortened(frames: list[Frame]) -> list[Frame]:
    half = MAX_FRAMES // 2
    return frames if len(frames) <= MAX_FRAMES else frames[:half] + frames[-half:]


def _told(error: BaseException, name: str, situation: Situation) -> Told:
    own = _field(error, "plain")
    if isinstance(own, str):
        advice = _field(error, "try_this")
        return Told(_plain_text(own)[:MAX_MESSAGE], _plain_text(advice)[:MAX_MESSAGE] if isinstance(advice, str) else "")
    for rule in UNREADABLE if situation.unreadable else RUNNING:
        try:
            told = rule(situation)
        except BaseException:  # noqa: BLE001 - a rule that stumbles over a strange error must not hide it
            continue
        if told:
            return told
    first_line = situation.message.strip().split("\n")[0][:MAX_LINE]
    return Told(f"Python stopped with {name}: {first_line or 'it gave no further words'}")


def _plain_text(text: str) -> str:
    """The same without the class of a str that is not quite one."""
    return str.__getitem__(text, slice(None))


def _message(error: BaseException) -> str:
    """The error's text. Its class may do anything in __str__, even never come back: then the program's time runs out."""
    try:
        own = _field(error, "msg") if isinstance(error, SyntaxError) else None
        text = own if isinstance(own, str) else str(error)
    except BaseException:  # noqa: BLE001
        return ""
    return _plain_text(text)[:MAX_MESSAGE]


def _field(error: BaseException, name: str) -> Any:
    try:
        return getattr(error, name, None)
    except BaseException:  # noqa: BLE001 - it may be a property of the learner's
        return None


def _number(value: Any) -> int | None:
    return value if type(value) is int and 0 < value <= MAX_LINES else None


def _type_names(error: BaseException) -> frozenset[str]:
    return frozenset(_plain_text(_name_of(kind)) for kind in _bases_of(type(error))[:MAX_BASES])


def _suggestion(error: BaseException) -> str | None:
    """The near name that Python itself offers in "Did you mean: 'x'?"."""
    if type(error) not in (NameError, AttributeError, ImportError):
        return None
    try:
        last = "".join(traceback.TracebackException.from_exception(error, limit=1).format_exception_only())
    except BaseException:  # noqa: BLE001 - a learner's object may break the search for near names
        return None
    found = re.search(r"Did you mean:? '([^']+)'", last)
    return found[1] if found else None
