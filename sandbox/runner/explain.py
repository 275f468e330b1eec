"""Turns a Python error into what a beginner needs: the lines they wrote and one sentence in plain words.

Pure: standard library only, no IO, no Flask. The browser's Python (Pyodide) uses the same file.
"""

from __future__ import annotations

import re
import traceback
from dataclasses import asdict, dataclass, field
from types import FrameType, TracebackType
from typing import Any

from runner.explanations import EXPLANATIONS, Situation

#: A recursion is a thousand frames of the same line; the outermost and innermost few say everything.
MAX_FRAMES = 12
MAX_MESSAGE = 1000
MAX_LINE = 200


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
    line: int | None = None
    frames: list[Frame] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def explain(error: BaseException, source: str, file_name: str) -> LearnerError:
    """Describes an error.

    error      what was raised
    source     the learner's program
    file_name  the name it was compiled under; frames of other files are left out
    """
    lines = source.splitlines()
    message = _message(error)
    if isinstance(error, SyntaxError) and error.filename == file_name:
        frames: list[Frame] = []
        line = error.lineno
    else:
        frames = learner_frames(error.__traceback__, lines, file_name)
        line = frames[-1].line if frames else _line_of_named_function(message, lines)
    situation = Situation(
        error=error,
        type=_type_names(error),
        message=message,
        suggestion=_suggestion(error),
        text=_line(lines, line),
        source=source,
        line=line,
    )
    return LearnerError(type=type(error).__name__, message=message, plain=_plain(situation), line=line, frames=frames)


def learner_frames(trace: TracebackType | None, lines: list[str], file_name: str) -> list[Frame]:
    """The learner's own lines of a traceback, outermost first."""
    frames = []
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename == file_name:
            frames.append(_frame(code.co_name, trace.tb_lineno, lines))
        trace = trace.tb_next
    return _shortened(frames)


def _line_of_named_function(message: str, lines: list[str]) -> int | None:
    """Where Flask complains of a view from outside (it returned nothing, its parameters do not fit): the view's def."""
    named = re.match(r"The view function for '(\w+)'|(\w+)\(\) ", message)
    if not named:
        return None
    start = re.compile(rf"\s*(?:async\s+)?def\s+{named[1] or named[2]}\b")
    return next((number for number, text in enumerate(lines, 1) if start.match(text)), None)


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
    return Frame(line, name, _line(lines, line).strip()[:MAX_LINE])


def _shortened(frames: list[Frame]) -> list[Frame]:
    half = MAX_FRAMES // 2
    return frames if len(frames) <= MAX_FRAMES else frames[:half] + frames[-half:]


def _plain(situation: Situation) -> str:
    own = getattr(situation.error, "plain", None)
    if isinstance(own, str):
        return own
    for explanation in EXPLANATIONS:
        sentence = explanation.apply(situation)
        if sentence:
            return sentence
    first_line = situation.message.strip().split("\n")[0][:MAX_LINE]
    return f"Python stopped with {type(situation.error).__name__}: {first_line or 'it gave no further words'}"


def _message(error: BaseException) -> str:
    try:
        text = (error.msg or "") if isinstance(error, SyntaxError) else str(error)
    except BaseException:  # noqa: BLE001 - the learner's own class may have a broken __str__
        text = ""
    return text[:MAX_MESSAGE]


def _type_names(error: BaseException) -> frozenset[str]:
    return frozenset(kind.__name__ for kind in type(error).__mro__)


def _suggestion(error: BaseException) -> str | None:
    """The near name that Python itself offers in "Did you mean: 'x'?"."""
    if not isinstance(error, (NameError, AttributeError, ImportError)):
        return None
    try:
        last = "".join(traceback.TracebackException.from_exception(error, limit=1).format_exception_only())
    except Exception:  # noqa: BLE001 - a learner's object may break the search for near names
        return None
    found = re.search(r"Did you mean:? '([^']+)'", last)
    return found[1] if found else None


def _line(lines: list[str], number: int | None) -> str:
    return lines[number - 1] if number and 0 < number <= len(lines) else ""
