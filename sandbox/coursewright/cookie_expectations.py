"""What a check expects of the cookies in an answer."""

from __future__ import annotations

from typing import Any, Self

from coursewright.answer import Answer
from coursewright.cookie_table import both_sides
from coursewright.cookies import SetCookie, parse_set_cookie

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


class CookieExpectations(Answer):
    """The part of Response that is about Set-Cookie."""

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

    def expect_cookie(self, name: str, message: str | None = None, **attributes: Any) -> Self:
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
                raise self._failure(text, *both_sides(cookie, attributes, COOKIE_ATTRIBUTES, _in_words), message)
        return self

    def expect_no_cookie(self, name: str, message: str | None = None) -> Self:
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

    def expect_deleted_cookie(self, name: str, message: str | None = None) -> Self:
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
