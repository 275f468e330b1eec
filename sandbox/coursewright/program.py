"""The learner's program as a check sees it."""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from coursewright.expectations import ExpectationFailed

if TYPE_CHECKING:
    from coursewright.client import Ask

#: errors that the program's code did not raise itself
NOT_THE_CODE = ("MissingApp", "MissingFunction")


@dataclass(frozen=True)
class Route:
    """One line of the app's route table."""

    rule: str
    methods: tuple[str, ...]
    endpoint: str


class Program:
    """What was handed in, and what it can be asked.

    source  the program's text
    tree    the same as an ast.Module
    stdout  what it printed while it was loaded
    """

    def __init__(self, *, source: str, stdout: str, ask: Ask) -> None:
        self.source = source
        self.stdout = stdout
        self._ask = ask

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @cached_property
    def routes(self) -> list[Route]:
        """The app's routes, without Flask's own `static`."""
        answer = self._ask({"type": "routes"})
        _raise_error(answer, "reading your app's routes")
        return [
            Route(route["rule"], tuple(sorted(set(route["methods"]) - {"HEAD", "OPTIONS"})), route["endpoint"])
            for route in answer["routes"]
            if route["endpoint"] != "static"
        ]

    def call(self, function: str, *args: Any) -> Any:
        """Calls one of the program's functions. Arguments and result are JSON values.

        An exception in the function fails the check.
        """
        answer = self._ask({"type": "call", "function": function, "args": json.dumps(args)})
        shown_args = ", ".join(repr(argument) for argument in args)
        _raise_error(answer, f"{function}({shown_args})")
        return _value(answer)

    def config(self, name: str) -> Any:
        """A value of app.config, such as MAX_CONTENT_LENGTH; None when it is not set."""
        answer = self._ask({"type": "config", "name": name})
        _raise_error(answer, f"reading app.config[{name!r}]")
        return _value(answer)

    def uses(self, name: str) -> bool:
        """Whether the source calls or reads the name, as `make_response(…)`, `flask.make_response` or `request.files`.

        An import alone is not a use.
        """
        return any(
            (isinstance(node, ast.Name) and node.id == name) or (isinstance(node, ast.Attribute) and node.attr == name)
            for node in ast.walk(self.tree)
        )


def _value(answer: dict[str, Any]) -> Any:
    """What the program gave; its process is not trusted to send JSON that can be read."""
    try:
        return json.loads(answer["value"])
    except (ValueError, RecursionError):
        raise ExpectationFailed("The program gave a value that cannot be read.") from None


def _raise_error(answer: dict[str, Any], doing: str) -> None:
    error = answer.get("error")
    if error:
        text = error["plain"] if error["type"] in NOT_THE_CODE else f"{doing} stopped with an error. {error['plain']}"
        raise ExpectationFailed(text, None, f"{error['type']}: {error['message']}", error)
