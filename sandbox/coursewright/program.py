"""The learner's program as a check sees it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from coursewright.expectations import ExpectationFailed
from coursewright.missing_route import meant_rule
from coursewright.outcome import Outcome, in_call, value_of
from coursewright.source import Source

if TYPE_CHECKING:
    from coursewright.client import Ask


@dataclass(frozen=True)
class Route:
    """One line of the app's route table: rule ("/user/<int:id>"), methods (without HEAD and OPTIONS) and endpoint."""

    rule: str
    methods: tuple[str, ...]
    endpoint: str


class Program(Source):
    """What was handed in, and what it can be asked.

    source  the program's text
    tree    the same as an ast.Module
    stdout  what it printed while it was loaded
    """

    def __init__(self, *, source: str, stdout: str, ask: Ask) -> None:
        super().__init__(source)
        self.stdout = stdout
        self._ask = ask

    # ---- its functions, and all of it ----

    def call(self, function: str, /, *args: Any, **kwargs: Any) -> Any:
        """Calls one of the program's functions and gives its value. An exception in the function fails the check.

        Arguments and value are text, numbers, True, False, None, or lists and dicts of them; a tuple arrives as a list.

        Example: expect_equal(program.call("add", 2, 3), 5, "add(2, 3) is 5.")
        Fails: add(2, 3) is 5.
        """
        return self.try_call(function, *args, **kwargs).expect_no_error().value

    def try_call(self, function: str, /, *args: Any, **kwargs: Any) -> Outcome:
        """Calls one of the program's functions and gives what came of it, an exception too. Calls share the program's variables.

        Example: program.try_call("greet", name="Ada").expect_value("Hello, Ada!")
        Fails: greet(name='Ada') should give 'Hello, Ada!', and it gives None.
        """
        question = {"type": "call", "function": function, "args": json.dumps(args), "kwargs": json.dumps(kwargs)}
        return Outcome(doing=in_call(function, args, kwargs), answer=self._ask(question))

    def run(self, stdin: str = "") -> Outcome:
        """Runs the program once more from its first line, as `python program.py` does, and gives what it printed.

        stdin  what it reads with input(), each line ended by \\n. A prompt is printed; what is read is not. A program that
               reads while it is loaded needs a line `stdin:` in exercise.yaml, too.

        Example: program.run(stdin="3\\n").expect_text("6")
        Fails: Your program, given '3\\n' to read, should print '6', and it does not.
        """
        doing = f"Your program, given {stdin!r} to read," if stdin else "Your program"
        return Outcome(doing=doing, answer=self._ask({"type": "run", "stdin": stdin}))

    # ---- its app ----

    @cached_property
    def routes(self) -> list[Route]:
        """The app's routes in the order they were made, without Flask's own `static`.

        Example: expect_equal(len(program.routes), 2, "The app has two routes.")
        Fails: The app has two routes.
        """
        answer = self._ask({"type": "routes"})
        Outcome(doing="Reading your app's routes", answer={**answer, "value": "null"}).expect_no_error()
        return [
            Route(route["rule"], tuple(sorted(set(route["methods"]) - {"HEAD", "OPTIONS"})), route["endpoint"])
            for route in answer["routes"]
            if route["endpoint"] != "static"
        ]

    def expect_route(self, rule: str, methods: list[str] | None = None, endpoint: str | None = None, message: str | None = None) -> Program:
        """The app has this route; answering these methods (more are allowed), and with this endpoint, when they are given.

        The name of a variable may differ: <int:id> stands for <int:number>, too, but not for <id>.

        Example: program.expect_route("/notes/<int:id>", methods=["POST"])
        Fails: Your app should have the route /notes/<int:id>, and it has /, /account, /api, /login, /notes/<id>, /page, /search, /set. Did you mean /notes/<id>?
        """
        fitting = [route for route in self.routes if _shape(route.rule) == _shape(rule)]
        if not fitting:
            rules = sorted({route.rule for route in self.routes})
            has = f"it has {', '.join(rules[:8])}.{meant_rule(rule, rules)}" if rules else "it has no routes yet."
            raise ExpectationFailed(message or f"Your app should have the route {rule}, and {has}", rule, "\n".join(rules) or "no routes")
        has_methods = sorted({method for route in fitting for method in route.methods})
        missing = [method for method in methods or [] if method.upper() not in has_methods]
        if missing:
            text = f"The route {rule} should answer {', '.join(missing)}, and it answers only {', '.join(has_methods)}."
            raise ExpectationFailed(message or text, ", ".join(methods or []), ", ".join(has_methods))
        if endpoint is not None and all(route.endpoint != endpoint for route in fitting):
            text = f"The endpoint of {rule} should be {endpoint!r}, and it is {fitting[0].endpoint!r}."
            raise ExpectationFailed(message or text, endpoint, fitting[0].endpoint)
        return self

    def config(self, name: str) -> Any:
        """A value of app.config, such as MAX_CONTENT_LENGTH; None when it is not set.

        Example: expect_equal(program.config("MAX_CONTENT_LENGTH"), 20_000, "Uploads end at 20,000 bytes.")
        Fails: Uploads end at 20,000 bytes.
        """
        answer = self._ask({"type": "config", "name": name})
        Outcome(doing=f"Reading app.config[{name!r}]", answer=answer).expect_no_error()
        return value_of(answer)


def _shape(rule: str) -> str:
    """The rule without the names of its variables: /user/<int:id> → /user/<int:>."""
    return re.sub(r"<(?:([^<>:]+):)?[^<>:]*>", lambda match: f"<{match[1] or ''}:>", rule)
