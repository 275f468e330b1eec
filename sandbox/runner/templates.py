"""Notes which templates an answer was made with, and what they were given, as far as JSON has words for it."""

from __future__ import annotations

import json
import math
import sqlite3
from functools import cache
from typing import Any

MAX_TEMPLATES = 10
MAX_NAMES = 50
#: of all values of one answer together, in characters of JSON
MAX_CHARACTERS = 64 * 1024
#: lists and dicts within each other, and values of one template; a context that refers to itself ends here
MAX_DEPTH = 20
MAX_VALUES = 2000

#: what Flask gives to every template
OF_FLASK = ("g", "request", "session")

_rendered: list[dict[str, Any]] = []


@cache
def watch_templates() -> None:
    """Has Flask tell us of every rendered template. Called before any program is loaded; once is enough."""
    import flask

    flask.template_rendered.connect(_remember, weak=False)


def forget_templates() -> None:
    """Called before each request."""
    _rendered.clear()


def take_templates() -> list[dict[str, Any]]:
    """The `templates` of a response of the contract, in the order they were rendered."""
    return list(_rendered)


def _remember(sender: Any, template: Any, context: dict[str, Any], **_: Any) -> None:
    if len(_rendered) >= MAX_TEMPLATES:
        return
    room = MAX_CHARACTERS - sum(len(entry["value"] or "") for known in _rendered for entry in known["context"])
    given = [name for name in context if type(name) is str and name not in OF_FLASK][:MAX_NAMES]
    plain = _Plain()
    entries = []
    for name in given:
        text = plain.as_json(context[name])
        if text is not None and len(text) > room:
            text = None
        room -= len(text or "")
        entries.append({"name": name, "kind": type(context[name]).__name__, "value": text})
    _rendered.append({"name": template.name, "context": entries})


class _NotPlain(Exception):
    """JSON has no word for it, or there is too much of it."""


class _Plain:
    """Makes JSON of values, without calling any code of the program's classes."""

    def __init__(self) -> None:
        self._left = MAX_VALUES

    def as_json(self, value: Any) -> str | None:
        try:
            return json.dumps(self._plain(value, 0))
        except _NotPlain:
            return None

    def _plain(self, value: Any, depth: int) -> Any:
        self._left -= 1
        if self._left < 0 or depth > MAX_DEPTH:
            raise _NotPlain
        kind = type(value)
        if value is None or kind in (bool, int, str) or (kind is float and math.isfinite(value)):
            if kind is str and len(value) > MAX_CHARACTERS:
                raise _NotPlain
            return value
        if kind.__module__ == "markupsafe" and isinstance(value, str):
            return str.__str__(value)
        if kind in (list, tuple):
            return [self._plain(item, depth + 1) for item in value]
        if kind is sqlite3.Row:
            value = dict(zip(value.keys(), tuple(value), strict=True))
        elif kind is not dict:
            raise _NotPlain
        if not all(type(name) is str for name in value):
            raise _NotPlain
        return {name: self._plain(item, depth + 1) for name, item in value.items()}
