"""How a check says that something is not as it should be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

# Long bodies drown the one character that differs; the learner sees at most this much of each side.
SHOWN_CHARACTERS = 2000


@dataclass
class ExpectationFailed(Exception):
    """The learner's program did something else than the check asks for."""

    message: str
    expected: str | None = None
    actual: str | None = None
    #: the learner's own exception (the LearnerError of the contract), when one is to blame
    error: dict[str, Any] | None = None

    def __str__(self) -> str:
        return self.message


class ProgramGone(Exception):
    """The learner's process has ended, so no further check can be asked."""


def shown(value: Any) -> str:
    """A value as the learner sees it: text as it is, everything else as Python writes it."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    text = value if isinstance(value, str) else _as_python(value)
    return text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS] + " …"


def _as_python(value: Any) -> str:
    if isinstance(value, (dict, list)):
        try:
            return _first_of(json.JSONEncoder(indent=2, ensure_ascii=False, sort_keys=True).iterencode(value))
        except (TypeError, ValueError, RecursionError):
            pass
    try:
        return repr(value)
    except RecursionError:
        return "(nested too deeply to be shown)"


def _first_of(pieces: Iterator[str]) -> str:
    """As much as is shown, and a little more: deep data, indented to its end, would fill the memory."""
    text = ""
    for piece in pieces:
        text += piece
        if len(text) > SHOWN_CHARACTERS:
            break
    return text


def counted(count: int, thing: str) -> str:
    """1 item, 2 items"""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def fail(message: str, expected: Any = None, actual: Any = None) -> NoReturn:
    """Fails the check.

    message   what is wrong, in a sentence the learner understands
    expected  what should have been there (optional; shown beside what came)
    actual    what came

    Example: fail("The app took a file that is no picture.", expected="status 400", actual="status 201")
    Fails: The app took a file that is no picture.
    """
    raise ExpectationFailed(
        message,
        None if expected is None else shown(expected),
        None if actual is None else shown(actual),
    )


def expect(condition: object, message: str) -> None:
    """Fails the check with the message unless the condition holds. Write this where a test would have `assert`.

    Example: expect(len(client.cookies) == 1, "One cookie is enough for this.")
    Fails: One cookie is enough for this.
    """
    if not condition:
        raise ExpectationFailed(message)


def expect_equal(actual: Any, expected: Any, message: str) -> None:
    """Fails the check with the message unless both are equal (and of one kind: True is not 1). Both are shown beside it.

    Example: expect_equal(client.get("/").text.splitlines(), ["one", "two"], "The page has the two lines.")
    Fails: The page has the two lines.
    """
    if actual == expected and isinstance(actual, bool) == isinstance(expected, bool):
        return
    raise ExpectationFailed(message, shown(expected), shown(actual))
