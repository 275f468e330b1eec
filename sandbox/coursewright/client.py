"""The browser a check holds."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit

from coursewright.bodies import encode_body
from coursewright.cookies import CookieJar
from coursewright.expectations import ExpectationFailed
from coursewright.response import Response

#: sends one question to the learner's process and gives its answer (contract v1)
Ask = Callable[[dict[str, Any]], dict[str, Any]]

#: as many as browsers follow before they say "too many redirects"
MAX_REDIRECTS = 20


class Client:
    """Speaks to the learner's app as a browser does: it keeps cookies between requests.

    Every request gives a Response. Paths start with "/" and may carry a query string.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._jar = CookieJar()

    def get(self, path: str, **options: Any) -> Response:
        """GET; options as in `request`."""
        return self.request("GET", path, **options)

    def post(self, path: str, **options: Any) -> Response:
        """POST; options as in `request`."""
        return self.request("POST", path, **options)

    def put(self, path: str, **options: Any) -> Response:
        """PUT; options as in `request`."""
        return self.request("PUT", path, **options)

    def patch(self, path: str, **options: Any) -> Response:
        """PATCH; options as in `request`."""
        return self.request("PATCH", path, **options)

    def delete(self, path: str, **options: Any) -> Response:
        """DELETE; options as in `request`."""
        return self.request("DELETE", path, **options)

    @property
    def cookies(self) -> dict[str, str]:
        """Name and value of every cookie the browser holds now."""
        return self._jar.values()

    def set_cookie(self, name: str, value: str) -> None:
        """Puts a cookie into the browser, as if the site had set it before."""
        self._jar.put(name, str(value))

    def delete_cookie(self, name: str) -> None:
        """Takes a cookie out of the browser."""
        self._jar.drop(name)

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
        text = query if isinstance(query, str) else urlencode(query or {}, doseq=True)
        sent = [[name, str(value)] for name, value in headers.items()]
        if content_type and not any(name.lower() == "content-type" for name in headers):
            sent.append(["Content-Type", content_type])
        cookie = self._jar.header_for(parts.path)
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
        for cookie_set in response.set_cookies:
            self._jar.receive(cookie_set)
        return response


def _address(text: str, *, base: str = "") -> SplitResult:
    """An address in its parts. The program may have made it up, so nonsense fails the check and is no fault of ours."""
    try:
        return urlsplit(urljoin(base, text))
    except ValueError:
        raise ExpectationFailed(f"{text!r} is no address that a browser could open.", None, text) from None
