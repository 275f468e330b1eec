"""What the learner's app answered, and what a check expects of it."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from coursewright.cookies import SetCookie, parse_set_cookie
from coursewright.expectations import ExpectationFailed, shown
from coursewright.missing_route import explain_missing_route

if TYPE_CHECKING:
    from coursewright.client import Ask

#: the names a check uses for the attributes of a cookie, and the words learners read
COOKIE_ATTRIBUTES = {
    "value": "value",
    "max_age": "Max-Age",
    "http_only": "HttpOnly",
    "secure": "Secure",
    "same_site": "SameSite",
    "path": "Path",
}

#: errors that say something of the program or the answer as a whole, not of the view that was asked
NOT_THE_VIEW = ("MissingApp", "AnswerTooLong")


class Headers:
    """Response headers; names in any case, as in HTTP."""

    def __init__(self, pairs: list[list[str]]) -> None:
        self.pairs = [(str(name), str(value)) for name, value in pairs]

    def get(self, name: str, default: str | None = None) -> str | None:
        return next(iter(self.all(name)), default)

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.pairs if key.lower() == name.lower()]

    def __getitem__(self, name: str) -> str:
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def __contains__(self, name: str) -> bool:
        return bool(self.all(name))


class Response:
    """One answer of the learner's app.

    status, headers, text, data (bytes), json, location describe it; `error` is the learner's exception when the
    view raised one. Every `expect_…` gives the response back, so that they can be chained, and takes
    message="…" to say a failure in the author's own words.
    """

    def __init__(self, *, method: str, path: str, answer: dict[str, Any], ask: Ask) -> None:
        self.method = method
        self.path = path
        self.status: int = answer["status"]
        self.headers = Headers(answer["headers"])
        self.data: bytes = base64.b64decode(answer["body"])
        self.error: dict[str, Any] | None = answer.get("error")
        self.note: str | None = answer.get("note")
        self.history: list[Response] = []
        self._ask = ask

    @property
    def text(self) -> str:
        return self.data.decode("utf-8", "replace")

    @property
    def json(self) -> Any:
        """The body read as JSON; fails the check when it is not JSON."""
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
        return self.status in (301, 302, 303, 307, 308) and self.location is not None

    @property
    def set_cookies(self) -> list[SetCookie]:
        cookies = [parse_set_cookie(header) for header in self.headers.all("Set-Cookie")]
        return [cookie for cookie in cookies if cookie]

    def cookie(self, name: str) -> SetCookie | None:
        """The cookie this answer (or a redirect before it) sets; the last one wins, as in a browser."""
        everything = [cookie for response in [*self.history, self] for cookie in response.set_cookies]
        return next((cookie for cookie in reversed(everything) if cookie.name == name), None)

    # ---- expectations ----

    def expect_status(self, status: int, message: str | None = None) -> Response:
        """The status code, such as 200 or 404."""
        self._expect_no_error(message, allowed=status == 500)
        if self.status != status:
            raise self._failure(f"the status should be {status}, and it is {self.status}", status, self.status, message)
        return self

    def expect_text(self, part: str, message: str | None = None) -> Response:
        """The body contains the text."""
        self._expect_no_error(message)
        if part not in self.text:
            raise self._failure(f"the answer should contain {part!r}, and it does not", part, self.text, message)
        return self

    def expect_no_text(self, part: str, message: str | None = None) -> Response:
        """The body does not contain the text."""
        self._expect_no_error(message)
        if part in self.text:
            raise self._failure(f"the answer should not contain {part!r}, and it does", None, self.text, message)
        return self

    def expect_body(self, body: str, message: str | None = None) -> Response:
        """The body is exactly this text."""
        self._expect_no_error(message)
        if self.text != body:
            raise self._failure("the answer should be exactly the expected text", body, self.text, message)
        return self

    def expect_header(self, name: str, value: str, message: str | None = None) -> Response:
        """A header has exactly this value."""
        self._expect_no_error(message)
        actual = self.headers.get(name)
        if actual != value:
            came = "it is missing" if actual is None else f"it is {actual!r}"
            raise self._failure(f"the header {name} should be {value!r}, and {came}", value, actual, message)
        return self

    def expect_json(self, value: Any, message: str | None = None) -> Response:
        """The body is JSON and equals the value."""
        self._expect_no_error(message)
        if self.json != value:
            raise self._failure("the JSON should be something else", value, self.json, message)
        return self

    def expect_redirect(self, to: str, message: str | None = None) -> Response:
        """The answer sends the browser to this path."""
        self._expect_no_error(message)
        if not self.redirects:
            raise self._failure(
                f"the answer should redirect to {to}, and it does not redirect", f"redirect to {to}", f"status {self.status}", message
            )
        if self.location != to and _path_and_query(self.location or "") != to:
            raise self._failure(f"the redirect should lead to {to}, and it leads to {self.location}", to, self.location, message)
        return self

    def expect_cookie(self, name: str, message: str | None = None, **attributes: Any) -> Response:
        """The answer sets the cookie; of value, max_age, http_only, secure, same_site and path those given are compared."""
        unknown = set(attributes) - set(COOKIE_ATTRIBUTES)
        if unknown:
            raise TypeError(f"expect_cookie compares {', '.join(COOKIE_ATTRIBUTES)}; not {', '.join(sorted(unknown))}")
        self._expect_no_error(message)
        cookie = self.cookie(name)
        if cookie is None:
            names = [known.name for known in self.set_cookies]
            came = f"it sets only {', '.join(names)}" if names else "it sets no cookie at all"
            raise self._failure(f"the answer should set the cookie {name!r}, and {came}", f"Set-Cookie: {name}=…", came, message)
        for attribute, expected in attributes.items():
            actual = getattr(cookie, attribute)
            if not _same(actual, expected):
                word = COOKIE_ATTRIBUTES[attribute]
                text = f"the {word} of the cookie {name!r} should be {_in_words(expected)}, and it is {_in_words(actual)}"
                if isinstance(expected, bool):
                    text = f"the cookie {name!r} should {'' if expected else 'not '}be {word}, and it is{' not' if expected else ''}"
                raise self._failure(text, f"{name}: {word} {_in_words(expected)}", f"{name}: {word} {_in_words(actual)}", message)
        return self

    def expect_no_cookie(self, name: str, message: str | None = None) -> Response:
        """The answer does not set the cookie."""
        self._expect_no_error(message)
        cookie = self.cookie(name)
        if cookie is not None and not cookie.deletes:
            raise self._failure(
                f"the answer should not set the cookie {name!r}, and it does", None, f"Set-Cookie: {name}={cookie.raw_value}", message
            )
        return self

    def expect_deleted_cookie(self, name: str, message: str | None = None) -> Response:
        """The answer deletes the cookie: it sets it with an end that is already past."""
        self._expect_no_error(message)
        cookie = self.cookie(name)
        if cookie is None or not cookie.deletes:
            came = "it leaves the cookie alone" if cookie is None else f"it sets {name}={cookie.raw_value}"
            raise self._failure(f"the answer should delete the cookie {name!r}, and {came}", f"{name} deleted", came, message)
        return self

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
        if self.status in (404, 405):
            said += explain_missing_route(self._ask, self.method, self.path)
        return ExpectationFailed(said, None if expected is None else shown(expected), None if actual is None else shown(actual))


def _same(actual: Any, expected: Any) -> bool:
    if isinstance(actual, str) and isinstance(expected, str) and actual.lower() == expected.lower() in ("lax", "strict", "none"):
        return True
    return bool(actual == expected) and isinstance(actual, bool) == isinstance(expected, bool)


def _in_words(value: Any) -> str:
    if value is None:
        return "not set"
    if isinstance(value, bool):
        return "on" if value else "off"
    return repr(value)


def _path_and_query(location: str) -> str:
    try:
        parts = urlsplit(location)
    except ValueError:  # not an address at all
        return location
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
