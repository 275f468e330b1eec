"""An answer of the learner's app, and what a check expects of it."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import urlsplit

from coursewright.cookie_expectations import CookieExpectations
from coursewright.data_expectations import DataExpectations
from coursewright.expectations import ExpectationFailed
from coursewright.page import Page


class Response(CookieExpectations, DataExpectations):
    """One answer of the learner's app.

    It has `status`, `headers`, `text`, `data` (bytes), `json`, `html`, `location`, `path`, `history` (the answers that
    redirected here) and `templates`; `error` is the exception of the view, or None. Every `expect_…` gives the response
    back, so that they can be chained, and takes message="…" to say a failure in your own words.
    """

    @cached_property
    def html(self) -> Page:
        """The body as a page: `.html.expect_element(…)`, `.html.form()`; fails the check when the view stopped with an error.

        Example: client.get("/").html.expect_element("h1", "Hello, Ada!")
        Fails: GET /: the page should have <h1> with the text 'Hello, Ada!', and it has <h1> 'Welcome'.
        """
        self._expect_no_error(None)
        return Page(html=self.text, path=self.path, failure=self._failure)

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

def _path_and_query(location: str) -> str:
    try:
        parts = urlsplit(location)
    except ValueError:  # not an address at all
        return location
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
