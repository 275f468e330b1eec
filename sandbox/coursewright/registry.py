"""The checks of the file being graded, in file order."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

INJECTED = ("client", "program", "rng")


@dataclass(frozen=True)
class Check:
    name: str
    function: Callable[..., None]
    parameters: tuple[str, ...]


_checks: list[Check] = []


def check(name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Marks a function as a check.

    name  what it verifies, as the learner reads it: "GET /set sends the lang cookie". Unique in the file.
    """
    if not isinstance(name, str) or not name.strip():
        raise TypeError('write the name of the check: @check("GET /set sends the lang cookie")')
    if any(known.name == name for known in _checks):
        raise ValueError(f"two checks are named {name!r}; each needs its own name")

    def register(function: Callable[..., None]) -> Callable[..., None]:
        parameters = tuple(inspect.signature(function).parameters)
        unknown = [parameter for parameter in parameters if parameter not in INJECTED]
        if unknown:
            raise TypeError(f"check {name!r} asks for {', '.join(unknown)}; a check may ask for {', '.join(INJECTED)}")
        _checks.append(Check(name, function, parameters))
        return function

    return register


def take_checks() -> list[Check]:
    """Gives the registered checks and forgets them."""
    taken = list(_checks)
    _checks.clear()
    return taken


def call(item: Check, available: dict[str, Any]) -> None:
    """Runs one check with the arguments it asks for."""
    item.function(**{name: available[name] for name in item.parameters})
