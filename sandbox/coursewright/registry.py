"""The checks of the file being graded, in file order."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

INJECTED = ("client", "program", "rng")
#: lib/content/internal/python-source.ts reads the same from the text of checks.py
MAX_POINTS = 10


@dataclass(frozen=True)
class Check:
    name: str
    function: Callable[..., None]
    parameters: tuple[str, ...]
    #: 0 for a guard
    points: int


_checks: list[Check] = []


def check(
    name: str, *, points: int = 1, guard: bool = False, visible: bool = False
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Marks a function as a check. Checks run in the order of the file, each with a browser of its own, on the same app.

    name     what it verifies, as the learner reads it. A plain string, unique in the file, the same as in exercise.yaml.
    points   how much it counts in the score, 1 to 10. All the same: the score is the share of checks that pass.
    guard    True for a check that an empty program passes, such as "logging out twice is no error". It has to pass, and
             counts no points. `npm run check:exercises` names every check that an empty program passes and is no guard.
    visible  True for a check that learners may read: it is sent to the browser, with the helpers it uses, and says there at
             once, as advice, what the grader will say. The others never leave the server. `npm run check:content -- --visible`
             prints all that is sent. Beside visible checks, the file holds imports, functions, classes and assignments.

    The function's parameters are filled in by name:

    client   a browser for the learner's app, without cookies
    program  the learner's program: its source, functions, routes
    rng      a random.Random whose seed is kept with the verdict: draw what you ask for, so that fixed answers do not pass

    Example: @check("GET /hello greets by name", points=2)
    """
    if not isinstance(name, str) or not name.strip():
        raise TypeError('write the name of the check: @check("GET /set sends the lang cookie")')
    if any(known.name == name for known in _checks):
        raise ValueError(f"two checks are named {name!r}; each needs its own name")
    if type(points) is not int or not 1 <= points <= MAX_POINTS:
        raise ValueError(f"points of a check are a whole number from 1 to {MAX_POINTS}, not {points!r}")
    if type(visible) is not bool:
        raise ValueError(f"visible is True or False, not {visible!r}")
    if guard and points != 1:
        raise ValueError("a guard counts no points; write guard=True or points=…, not both")

    def register(function: Callable[..., None]) -> Callable[..., None]:
        parameters = tuple(inspect.signature(function).parameters)
        unknown = [parameter for parameter in parameters if parameter not in INJECTED]
        if unknown:
            raise TypeError(f"check {name!r} asks for {', '.join(unknown)}; a check may ask for {', '.join(INJECTED)}")
        _checks.append(Check(name, function, parameters, 0 if guard else points))
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
