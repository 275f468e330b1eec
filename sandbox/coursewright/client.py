"""The browser a check holds."""

from __future__ import annotations

import base64
import json as json_module
from collections.abc import Callable
from typing import Any
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit

from coursewright.bodies import encode_body
from coursewright.cookies import CookieJar
from coursewright.expectations import ExpectationFailed, shown
from coursewright.form import Form
from coursewright.json_difference import differences, short
from coursewright.outcome import Outcome
from coursewright.response import Response
from coursewright.session import read_session

#: sends one question to the learner's process and gives its answer (contract v1)
Ask = Callable[[dict[str, Any]], dict[str, Any]]

#: as many as browsers follow before they say "too many redirects"
MAX_REDIRECTS = 20
#: The program may have made up its links and cookies. No browser sends as much, and a question must fit into a frame.
MAX_ADDRESS = 20_000
MAX_COOKIES = 64 * 1024


class Client:
    """Speaks to the learner's app as a browser does: it keeps cookies between requests.

    Every request gives a Response. Paths start with "/" and may carry a query string.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._jar = CookieJar()
        self._note: str | None = None
        self._session_name = "session"

    def another(self) -> Client:
        """The browser of another visitor: without cookies, on the same app.

        Example: client.another().get("/").expect_text("Hello, stranger!")
        Fails: GET /: the answer should contain 'Hello, stranger!', and it does not.
        """
        return Client(self._ask)

    def get(self, path: str, **options: Any) -> Response:
        """Sends GET; options as in `request`.

        Example: client.get("/search", query={"q": "tea"}).expect_text("2 results")
        Fails: GET /search: the answer should contain '2 results', and it does not.
        """
        return self.request("GET", path, **options)

    def post(self, path: str, **options: Any) -> Response:
        """Sends POST; options as in `request`.

        Example: client.post("/login", data={"name": "Ada"}, follow=True).expect_path("/")
        Fails: POST /login leads to /login (302) → /account; it should lead to /.
        """
        return self.request("POST", path, **options)

    def put(self, path: str, **options: Any) -> Response:
        """Sends PUT; options as in `request`.

        Example: client.put("/api", json={"name": "tea"}).expect_status(200)
        Fails: PUT /api: the status should be 200, and it is 405.
        """
        return self.request("PUT", path, **options)

    def patch(self, path: str, **options: Any) -> Response:
        """Sends PATCH; options as in `request`.

        Example: client.patch("/api", json={"name": "tea"}).expect_status(200)
        Fails: PATCH /api: the status should be 200, and it is 405.
        """
        return self.request("PATCH", path, **options)

    def delete(self, path: str, **options: Any) -> Response:
        """Sends DELETE; options as in `request`.

        Example: client.delete("/api").expect_status(204)
        Fails: DELETE /api: the status should be 204, and it is 405.
        """
        return self.request("DELETE", path, **options)

    @property
    def cookies(self) -> dict[str, str]:
        """Name and value of every cookie the browser holds now.

        Example: expect_equal(list(client.cookies), ["session"], "The browser holds the session cookie.")
        Fails: The browser holds the session cookie.
        """
        return self._jar.values()

    def set_cookie(self, name: str, value: str) -> None:
        """Puts a cookie into the browser, as if the site had set it before.

        Example: client.set_cookie("lang", "sv")
        """
        self._jar.put(name, str(value))

    def delete_cookie(self, name: str) -> None:
        """Takes a cookie out of the browser.

        Example: client.delete_cookie("session")
        """
        self._jar.drop(name)

    # ---- Flask's session ----

    @property
    def session(self) -> dict[str, Any]:
        """What the app keeps in the session of this browser; {} when there is none. Tuples and dates come as lists and text.

        Example: expect_equal(client.session.get("basket"), ["tea"], "The basket holds what was added.")
        Fails: The basket holds what was added.
        """
        return read_session(self._jar.values().get(self._session_name, "")) or {}

    def set_session(self, **values: Any) -> None:
        """Gives this browser a session that holds these values, as if the app had set it. The app needs a SECRET_KEY.

        Example: client.set_session(name="Ada")
        Fails: Your app has no SECRET_KEY, so it cannot keep a session.
        """
        answer = self._ask({"type": "sign-session", "session": json_module.dumps(values)})
        pair = Outcome(doing="making a session", answer=answer).expect_no_error().value
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)):
            raise ExpectationFailed("Your app's session could not be made.")
        self._session_name = pair[0]
        self._jar.put(pair[0], pair[1])

    def expect_session(self, **values: Any) -> None:
        """The session of this browser holds these values; others make no difference.

        Example: client.expect_session(name="Ada")
        Fails: The session should hold name="Ada", and there is no session.
        """
        session = self.session
        for name, value in values.items():
            if name not in session:
                came = f"it holds {', '.join(session)}" if session else "there is no session"
                raise ExpectationFailed(f"The session should hold {name}={short(value)}, and {came}.", shown(values), shown(session))
            if differences(value, session[name]):
                text = f"The session should hold {name}={short(value)}, and it holds {name}={short(session[name])}."
                raise ExpectationFailed(text, shown(value), shown(session[name]))

    def expect_not_in_session(self, *names: str) -> None:
        """The session of this browser holds nothing under these names.

        Example: client.expect_not_in_session("name")
        """
        session = self.session
        for name in names:
            if name in session:
                raise ExpectationFailed(
                    f"The session should not hold {name}, and it holds {name}={short(session[name])}.", None, shown(session)
                )

    def submit(self, form: Form, /, *, files: dict[str, Any] | None = None, follow: bool = False, **typed: Any) -> Response:
        """Sends a form of a page as a browser does: to its address, by its method, with its hidden fields and what is typed.

        Example: client.submit(client.get("/").html.form(), q="tea").expect_text("2 results")
        Fails: The form has no field named 'q'; it has query, token.
        """
        fields = form.filled(typed)
        if form.method != "POST":
            return self.get(form.action.split("?")[0], query=fields, follow=follow)
        if form.enctype == "multipart/form-data":
            return self.post(form.action, data=fields, files=files or {}, follow=follow)
        if files:
            raise ExpectationFailed(
                f"A file cannot travel with a form whose enctype is {form.enctype}.", "multipart/form-data", form.enctype
            )
        return self.post(form.action, data=fields, follow=follow)

    def request(
        self,
        method: str,
        path: str,
        *,
        data: dict[str, Any] | bytes | str | None = None,
        json: Any = None,
        files: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        query: dict[str, Any] | None = None,
        follow: bool = False,
    ) -> Response:
        """Sends one request.

        data     form fields as a dict, or the raw body as bytes or text
        json     a value to send as JSON
        files    {"photo": ("cat.png", b"…", "image/png")}; sent with `data` as multipart/form-data
        headers  further request headers
        query    {"page": 2} becomes ?page=2
        follow   whether to go where redirects lead; the last response is given, the others are in its `.history`

        Example: client.request("OPTIONS", "/").expect_header("Allow", contains="POST")
        Fails: OPTIONS /: the header Allow should contain 'POST', and it is
        """
        body, content_type = encode_body(data=data, json=json, files=files)
        response = self._send(method, path, query, body, content_type, headers or {})
        history: list[Response] = []
        while follow and response.redirects and response.error is None:
            history.append(response)
            if len(history) > MAX_REDIRECTS:
                raise ExpectationFailed(f"{method} {path} redirects round and round; a browser gives up after {MAX_REDIRECTS}.")
            target = _address(response.location or "", base=f"http://localhost{response.path}")
            # 307 and 308 repeat the request as it was; the older ones become a GET in every browser
            if response.status in (307, 308):
                response = self._send(response.method, target.path or "/", target.query, body, content_type, headers or {})
            else:
                response = self._send("GET", target.path or "/", target.query, b"", None, headers or {})
        response.history = history
        return response

    def _send(
        self, method: str, path: str, query: dict[str, Any] | str | None, body: bytes, content_type: str | None, headers: dict[str, str]
    ) -> Response:
        parts = _address(path)
        text = query if isinstance(query, str) else urlencode(query or {}, doseq=True, errors="replace")
        sent = [[name, str(value)] for name, value in headers.items()]
        if content_type and not any(name.lower() == "content-type" for name in headers):
            sent.append(["Content-Type", content_type])
        cookie = self._jar.header_for(parts.path)
        if cookie and len(cookie) > MAX_COOKIES:
            raise ExpectationFailed(f"Your app has set cookies of over {MAX_COOKIES // 1024} KB; no browser sends so much.")
        if cookie:
            sent.append(["Cookie", cookie])
        question = {
            "type": "request",
            "method": method,
            "path": parts.path or "/",
            "query": "&".join(part for part in (parts.query, text) if part),
            "headers": sent,
            "body": base64.b64encode(body).decode(),
        }
        answer = self._ask(question)
        response = Response(method=method, path=parts.path or "/", answer=answer, ask=self._ask)
        response.earlier_note = self._note
        if response.note:
            self._note = f"{method} {response.path}: {response.note}"
        for cookie_set in response.set_cookies:
            self._jar.receive(cookie_set)
        return response


def _address(text: str, *, base: str = "") -> SplitResult:
    """An address in its parts. The program may have made it up, so nonsense fails the check and is no fault of ours."""
    if len(text) > MAX_ADDRESS:
        raise ExpectationFailed(f"{text[:60]!r}… is an address of over {MAX_ADDRESS:,} characters; no browser opens it.")
    try:
        return urlsplit(urljoin(base, text))
    except ValueError:
        raise ExpectationFailed(f"{text!r} is no address that a browser could open.", None, text) from None
