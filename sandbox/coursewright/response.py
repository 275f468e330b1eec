"""What the learner's app answered, and what a check expects of it."""

from __future__ import annotations

import base64
import json
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from coursewright.cookies import SetCookie, parse_set_cookie
from coursewright.expectations import ExpectationFailed, shown
from coursewright.json_difference import NoSuchPart, differences, in_words, part_at, short
from coursewright.missing_route import explain_missing_route
from coursewright.page import Page
from coursewright.templates import Rendered, read_rendered

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
    "domain": "Domain",
    "lasts": "life in seconds",
}
#: seconds by which `lasts` may miss: an Expires date counts from when the program made it
LASTS_TOLERANCE = 60

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


class Response:
    """One answer of the learner's app.

    It has `status`, `headers`, `text`, `data` (bytes), `json`, `html`, `location`, `path`, `history` (the answers that
    redirected here) and `templates`; `error` is the exception of the view, or None. Every `expect_…` gives the response
    back, so that they can be chained, and takes message="…" to say a failure in your own words.
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

    def json_at(self, path: str) -> Any:
        """What stands at a path of the JSON body, such as "items[0].name"; fails the check when there is nothing.

        Example: client.delete(f"/api/{client.get('/api').json_at('items[0].id')}").expect_status(204)
        Fails: GET /api: the JSON should have items[0].id, and items[0] has only 'name', 'count'.
        """
        self._expect_no_error(None)
        return self._part(path, None)

    @cached_property
    def html(self) -> Page:
        """The body as a page: `.html.expect_element(…)`, `.html.form()`; fails the check when the view stopped with an error.

        Example: client.get("/").html.expect_element("h1", "Hello, Ada!")
        Fails: GET /: the page should have <h1> with the text 'Hello, Ada!', and it has <h1> 'Welcome'.
        """
        self._expect_no_error(None)
        return Page(html=self.text, path=self.path, failure=self._failure)

    @property
    def location(self) -> str | None:
        """Where a redirect leads."""
        return self.headers.get("Location")

    @property
    def redirects(self) -> bool:
        """Whether it sends the browser somewhere else."""
        return self.status in (301, 302, 303, 307, 308) and self.location is not None

    @property
    def set_cookies(self) -> list[SetCookie]:
        """The cookies that this answer sets, as SetCookie with name, value, max_age, expires, http_only, secure, same_site, path."""
        cookies = [parse_set_cookie(header) for header in self.headers.all("Set-Cookie")]
        return [cookie for cookie in cookies if cookie]

    def cookie(self, name: str) -> SetCookie | None:
        """The cookie that this answer (or a redirect before it) sets, or None; the last one wins, as in a browser.

        Example: expect(client.get("/set").cookie("lang") is None, "Nobody asked for a cookie yet.")
        Fails: Nobody asked for a cookie yet.
        """
        everything = [cookie for response in [*self.history, self] for cookie in response.set_cookies]
        return next((cookie for cookie in reversed(everything) if cookie.name == name), None)

    # ---- expectations ----

    def expect_status(self, status: int, message: str | None = None) -> Response:
        """The status code, such as 200 or 404.

        Example: client.get("/").expect_status(404)
        Fails: GET /: the status should be 404, and it is 200.
        """
        self._expect_no_error(message, allowed=status == 500)
        if self.status != status:
            raise self._failure(f"the status should be {status}, and it is {self.status}", status, self.status, message)
        return self

    def expect_text(self, part: str, message: str | None = None) -> Response:
        """The body contains the text. For what a reader of a page sees, without tags, use `.html.expect_text`.

        Example: client.get("/").expect_text("Goodbye")
        Fails: GET /: the answer should contain 'Goodbye', and it does not.
        """
        self._expect_no_error(message)
        if part not in self.text:
            raise self._failure(f"the answer should contain {part!r}, and it does not", part, self.text, message)
        return self

    def expect_no_text(self, part: str, message: str | None = None) -> Response:
        """The body does not contain the text.

        Example: client.get("/").expect_no_text("Welcome")
        Fails: GET /: the answer should not contain 'Welcome', and it does.
        """
        self._expect_no_error(message)
        if part in self.text:
            raise self._failure(f"the answer should not contain {part!r}, and it does", None, self.text, message)
        return self

    def expect_body(self, body: str, message: str | None = None) -> Response:
        """The body is exactly this text.

        Example: client.get("/set").expect_body("Saved")
        Fails: GET /set: the answer should be exactly the expected text.
        """
        self._expect_no_error(message)
        if self.text != body:
            raise self._failure("the answer should be exactly the expected text", body, self.text, message)
        return self

    def expect_header(self, name: str, value: str | None = None, message: str | None = None, *, contains: str | None = None) -> Response:
        """The header is there; with exactly this value, or containing this, when it is given.

        Example: client.get("/").expect_header("Cache-Control", "no-store")
        Fails: GET /: the header Cache-Control should be 'no-store', and it is missing.
        """
        self._expect_no_error(message)
        actual = self.headers.get(name)
        came = "it is missing" if actual is None else f"it is {actual!r}"
        if value is not None and actual != value:
            raise self._failure(f"the header {name} should be {value!r}, and {came}", value, actual, message)
        if contains is not None and contains not in (actual or ""):
            raise self._failure(f"the header {name} should contain {contains!r}, and {came}", contains, actual, message)
        if actual is None:
            raise self._failure(f"the answer should have the header {name}, and it has not", name, None, message)
        return self

    def expect_no_header(self, name: str, message: str | None = None) -> Response:
        """The header is not there.

        Example: client.get("/set").expect_no_header("Set-Cookie")
        Fails: GET /set: the answer should not have the header Set-Cookie, and it is 'lang=fr; Path=/'.
        """
        self._expect_no_error(message)
        actual = self.headers.get(name)
        if actual is not None:
            raise self._failure(f"the answer should not have the header {name}, and it is {actual!r}", None, actual, message)
        return self

    def expect_json(self, value: Any, message: str | None = None, *, at: str = "") -> Response:
        """The body is JSON and equals the value; `at` looks only at a path such as "items[0]". A failure lists what differs.

        Example: client.get("/api").expect_json({"items": [{"name": "tea", "count": 2}]})
        Fails: GET /api: the JSON should be something else: items[0].count should be 2, and is 3.
        """
        return self._expect_json(value, message, at=at, part_only=False)

    def expect_json_part(self, part: Any, message: str | None = None, *, at: str = "") -> Response:
        """The body is JSON and has at least these names with these values, at any depth; others make no difference.

        Example: client.get("/api").expect_json_part({"items": [{"count": 2}]})
        Fails: GET /api: the JSON should be something else: items[0].count should be 2, and is 3.
        """
        return self._expect_json(part, message, at=at, part_only=True)

    def _expect_json(self, value: Any, message: str | None, *, at: str, part_only: bool) -> Response:
        self._expect_no_error(message)
        actual = self._part(at, message)
        found = differences(value, actual, part_only=part_only, path=at)
        if found:
            raise self._failure(f"the JSON should be something else: {in_words(found)}", value, actual, message)
        return self

    def _part(self, path: str, message: str | None) -> Any:
        try:
            return part_at(self.json, path)
        except NoSuchPart as missing:
            raise self._failure(f"the JSON should have {path}, and {missing}", path, self.json, message) from None

    def expect_template(self, name: str | None, message: str | None = None, **context: Any) -> Response:
        """The answer was made with this template (None: by render_template_string), and the template was given these values.

        Rows of sqlite3 arrive as dicts, tuples as lists; of objects of other classes only the name of the class is known.

        Example: client.get("/").expect_template("index.html", name="Ada")
        Fails: GET /: the template index.html should be given name="Ada", and it is given name="Grace".
        """
        self._expect_no_error(message)
        wanted = name or "a template in the program's text"
        fitting = [template for template in self.templates if template.name == name]
        if not fitting:
            names = ", ".join(template.name or "one in the program's text" for template in self.templates)
            came = f"it was made with {names}" if names else "no template was rendered"
            raise self._failure(f"the answer should be made with {wanted}, and {came}", wanted, came, message)
        last = fitting[-1]
        for key, value in context.items():
            if key not in last.kinds:
                has = ", ".join(last.kinds) or "nothing"
                raise self._failure(f"the template {wanted} should be given {key}, and it is given {has}", f"{key}={short(value)}", has, message)
            if key not in last.context:
                kind = last.kinds[key]
                text = f"the template {wanted} should be given {key}={short(value)}, and it is given a value of the kind {kind}"
                raise self._failure(text, f"{key}={short(value)}", kind, message)
            if differences(value, last.context[key]):
                text = f"the template {wanted} should be given {key}={short(value)}, and it is given {key}={short(last.context[key])}"
                raise self._failure(text, value, last.context[key], message)
        return self

    def expect_redirect(self, to: str, message: str | None = None) -> Response:
        """The answer sends the browser to this path.

        Example: client.post("/set").expect_redirect("/")
        Fails: POST /set: the answer should redirect to /, and it does not redirect.
        """
        self._expect_no_error(message)
        if not self.redirects:
            raise self._failure(
                f"the answer should redirect to {to}, and it does not redirect", f"redirect to {to}", f"status {self.status}", message
            )
        if self.location != to and _path_and_query(self.location or "") != to:
            raise self._failure(f"the redirect should lead to {to}, and it leads to {self.location}", to, self.location, message)
        return self

    def expect_path(self, path: str, message: str | None = None) -> Response:
        """Where the browser is in the end, for a request with follow=True.

        Example: client.get("/account", follow=True).expect_path("/login")
        Fails: GET /account leads to /account; it should lead to /login.
        """
        self._expect_no_error(message)
        if self.path != path:
            steps = " → ".join([*(f"{answer.path} ({answer.status})" for answer in self.history), self.path])
            first = self.history[0] if self.history else self
            text = message or f"{first.method} {first.path} leads to {steps}; it should lead to {path}."
            raise ExpectationFailed(text, path, steps)
        return self

    def expect_cookie(self, name: str, message: str | None = None, **attributes: Any) -> Response:
        """The answer sets the cookie. Of value, max_age, http_only, secure, same_site, path, domain and lasts those given are compared.

        `lasts` is its life in seconds, whether it comes as Max-Age or as Expires; None: until the browser is closed.

        Example: client.get("/set").expect_cookie("lang", value="fr", http_only=True)
        Fails: GET /set: the cookie 'lang' should be HttpOnly, and it is not.
        """
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
            if not (_lasts_as_long(actual, expected) if attribute == "lasts" else _same(actual, expected)):
                word = COOKIE_ATTRIBUTES[attribute]
                text = f"the {word} of the cookie {name!r} should be {_in_words(expected)}, and it is {_in_words(actual)}"
                if isinstance(expected, bool):
                    text = f"the cookie {name!r} should {'' if expected else 'not '}be {word}, and it is{' not' if expected else ''}"
                raise self._failure(text, f"{name}: {word} {_in_words(expected)}", f"{name}: {word} {_in_words(actual)}", message)
        return self

    def expect_no_cookie(self, name: str, message: str | None = None) -> Response:
        """The answer does not set the cookie.

        Example: client.get("/set").expect_no_cookie("lang")
        Fails: GET /set: the answer should not set the cookie 'lang', and it does.
        """
        self._expect_no_error(message)
        cookie = self.cookie(name)
        if cookie is not None and not cookie.deletes:
            raise self._failure(
                f"the answer should not set the cookie {name!r}, and it does", None, f"Set-Cookie: {name}={cookie.raw_value}", message
            )
        return self

    def expect_deleted_cookie(self, name: str, message: str | None = None) -> Response:
        """The answer deletes the cookie: it sets it with an end that is already past.

        Example: client.get("/").expect_deleted_cookie("lang")
        Fails: GET /: the answer should delete the cookie 'lang', and it leaves the cookie alone.
        """
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


def _lasts_as_long(actual: int | None, expected: int | None) -> bool:
    if actual is None or expected is None:
        return actual is expected
    return abs(actual - expected) <= LASTS_TOLERANCE


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
