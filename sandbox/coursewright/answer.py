"""What the learner's app answered, before anybody expects anything of it."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any, Self

from coursewright.expectations import ExpectationFailed, shown
from coursewright.missing_route import explain_route
from coursewright.redirect_way import explain_way
from coursewright.templates import Rendered, read_rendered

if TYPE_CHECKING:
    from coursewright.client import Ask

#: errors that say something of the program or the answer as a whole, not of the view that was asked
NOT_THE_VIEW = ("MissingApp", "AnswerTooLong")


class Headers:
    """Response headers; names in any case, as in HTTP."""

    def __init__(self, pairs: list[list[str]]) -> None:
        self.pairs = [(str(name), str(value)) for name, value in pairs]

    def get(self, name: str, default: str | None = None) -> str | None:
        """The first value of a header, or the default.

        Example: expect("no-store" in (client.get("/").headers.get("Cache-Control") or ""), "The page must not be stored.")
        Fails: The page must not be stored.
        """
        return next(iter(self.all(name)), default)

    def all(self, name: str) -> list[str]:
        """Every value of a header that may come more than once, such as Set-Cookie."""
        return [value for key, value in self.pairs if key.lower() == name.lower()]

    def __getitem__(self, name: str) -> str:
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def __contains__(self, name: str) -> bool:
        return bool(self.all(name))


class Answer:
    """Status, headers and body, and how a failure tells which request this answered."""

    def __init__(self, *, method: str, path: str, answer: dict[str, Any], ask: Ask) -> None:
        self.method = method
        self.path = path
        self.status: int = answer["status"]
        self.headers = Headers(answer["headers"])
        self.data: bytes = base64.b64decode(answer["body"])
        self.error: dict[str, Any] | None = answer.get("error")
        self.note: str | None = answer.get("note")
        #: the note of a request before this one in the same check, which may be the reason that this one fails
        self.earlier_note: str | None = None
        self.history: list[Self] = []
        self.templates: list[Rendered] = read_rendered(answer)
        self._ask = ask

    @property
    def text(self) -> str:
        """The body as text."""
        return self.data.decode("utf-8", "replace")

    @property
    def json(self) -> Any:
        """The body read as JSON; fails the check when it is not JSON. It may be of any kind: ask with `expect_json` or `json_at`.

        Example: expect_equal(client.get("/api").json, [], "There is nothing yet.")
        Fails: There is nothing yet.
        """
        try:
            return json.loads(self.data)
        except (ValueError, RecursionError):
            raise self._failure("the answer should be JSON, and it is not", "JSON", self.text, None) from None

    @property
    def location(self) -> str | None:
        """Where a redirect leads."""
        return self.headers.get("Location")

    @property
    def redirects(self) -> bool:
        """Whether it sends the browser somewhere else."""
        return self.status in (301, 302, 303, 307, 308) and self.location is not None

    def _expect_no_error(self, message: str | None, *, allowed: bool = False) -> None:
        if self.error is None or allowed:
            return
        plain = self.error["plain"]
        own = self.error["type"] in NOT_THE_VIEW
        text = message or (plain if own else f"{self.method} {self.path}: your view stopped with an error. {plain}")
        raise ExpectationFailed(text, None, f"{self.error['type']}: {self.error['message']}", self.error)

    def _failure(self, text: str, expected: Any, actual: Any, message: str | None) -> ExpectationFailed:
        said = message or f"{self.method} {self.path}: {text}."
        if self.note:
            said += f" {self.note}"
        elif self.earlier_note:
            said += f" Before that, {self.earlier_note}"
        said += explain_route(self._ask, self.method, self.path, self.status, self.location)
        said += explain_way(self)
        return ExpectationFailed(said, None if expected is None else shown(expected), None if actual is None else shown(actual))
