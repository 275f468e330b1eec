"""What a value looks like, in few characters, without calling any code of the program."""

from __future__ import annotations

import reprlib
from typing import Any

MAX_CHARACTERS = 200
MAX_ITEMS = 8
MAX_DEPTH = 4

_UNREADABLE = "(it cannot be shown)"


def cut_repr(value: Any) -> str:
    """The value as Python would write it, at most MAX_CHARACTERS long. It never raises.

    An instance of the program's own class is `<User object>`: its `__repr__` could print, raise or never end.
    """
    try:
        text = _cutter.repr(value)
    except Exception:  # noqa: BLE001 - a value that cannot be shown must not be the reason that a page fails
        return _UNREADABLE
    return text if len(text) <= MAX_CHARACTERS else f"{text[: MAX_CHARACTERS - 1]}…"


class _Cutter(reprlib.Repr):
    def __init__(self) -> None:
        super().__init__(maxlevel=MAX_DEPTH, maxdict=MAX_ITEMS, maxlist=MAX_ITEMS, maxtuple=MAX_ITEMS, maxset=MAX_ITEMS, maxstring=120)

    def repr_instance(self, value: Any, level: int) -> str:
        kind = type(value)
        if kind.__module__ == "markupsafe":
            return self.repr_str(str.__str__(value), level)
        if kind.__module__ == "sqlite3" and kind.__name__ == "Row":
            return self.repr1({name: value[name] for name in value.keys()}, level)  # noqa: SIM118 - a Row gives its values
        if _is_of_the_program(kind):
            return f"<{kind.__name__} object>"
        return repr(value)


def _is_of_the_program(kind: type) -> bool:
    return any(base.__module__ in ("program", "__main__") for base in kind.__mro__)


_cutter = _Cutter()
