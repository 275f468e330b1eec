"""Where two JSON values differ, and parts of a JSON value by their path."""

from __future__ import annotations

import json
import re
from typing import Any

from coursewright.expectations import counted

#: enough to see what is wrong; a hundred lines say no more
MAX_DIFFERENCES = 5
_STEP = re.compile(r"\.?([^.\[\]]+)|\[(-?\d+)\]")


class NoSuchPart(Exception):
    """The value has nothing at the path."""


def part_at(value: Any, path: str) -> Any:
    """What stands at a path such as `items[0].name`. An empty path is the value itself.

    @raises NoSuchPart with the reason in words
    """
    here = ""
    for step in _steps(path):
        if isinstance(step, int):
            if not isinstance(value, list):
                raise NoSuchPart(f"{_place(here)} is {kind_of(value)}, not a list")
            if not -len(value) <= step < len(value):
                raise NoSuchPart(f"{_place(here)} has {counted(len(value), 'item')}")
            value, here = value[step], f"{here}[{step}]"
        else:
            if not isinstance(value, dict):
                raise NoSuchPart(f"{_place(here)} is {kind_of(value)}, not an object")
            if step not in value:
                names = ", ".join(map(repr, list(value)[:8]))
                raise NoSuchPart(f"{_place(here)} has {f'only {names}' if names else 'no names at all'}")
            value, here = value[step], f"{here}.{step}" if here else step
    return value


def _steps(path: str) -> list[str | int]:
    steps: list[str | int] = []
    at = 0
    while at < len(path):
        match = _STEP.match(path, at)
        if not match:
            raise ValueError(f"{path!r} is no path; write it as items[0].name")
        steps.append(match[1] if match[1] is not None else int(match[2]))
        at = match.end()
    return steps


def differences(expected: Any, actual: Any, *, part_only: bool = False, path: str = "") -> list[str]:
    """Says in words where `actual` differs; empty when it does not.

    part_only  names that only `actual` has make no difference, in objects at any depth
    """
    if isinstance(expected, dict) and isinstance(actual, dict):
        found = [f"{_join(path, name)} is missing" for name in expected if name not in actual]
        if not part_only:
            found += [f"{_join(path, name)} is too much" for name in actual if name not in expected]
        for name, value in expected.items():
            if name in actual:
                found += differences(value, actual[name], part_only=part_only, path=_join(path, name))
        return found
    if isinstance(expected, list) and isinstance(actual, list):
        found = []
        if len(expected) != len(actual):
            found.append(f"{_place(path)} should have {counted(len(expected), 'item')}, and has {len(actual)}")
        for index, (one, other) in enumerate(zip(expected, actual, strict=False)):
            found += differences(one, other, part_only=part_only, path=f"{path}[{index}]")
        return found
    if expected == actual and isinstance(expected, bool) == isinstance(actual, bool):
        return []
    return [f"{_place(path)} should be {short(expected)}, and is {short(actual)}"]


def in_words(found: list[str]) -> str:
    """The differences as one clause."""
    rest = len(found) - MAX_DIFFERENCES
    return "; ".join(found[:MAX_DIFFERENCES]) + (f"; and {rest} more" if rest > 0 else "")


def short(value: Any) -> str:
    """A value as JSON, cut where it would drown the sentence."""
    try:
        text = json.dumps(value, ensure_ascii=False, default=repr)
    except RecursionError:
        return "nested too deeply to be shown"
    return text if len(text) <= 60 else f"{text[:59]}…"


def kind_of(value: Any) -> str:
    """What JSON calls it."""
    kinds = ((bool, "true or false"), (dict, "an object"), (list, "a list"), (str, "text"), ((int, float), "a number"))
    return next((word for kind, word in kinds if isinstance(value, kind)), "null")  # type: ignore[arg-type]


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else str(name)


def _place(path: str) -> str:
    return path or "the whole"
