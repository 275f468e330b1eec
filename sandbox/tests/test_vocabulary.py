"""Cookies, bodies, routes, sessions and the registry of checks, without any app."""

from __future__ import annotations

import base64
import time
import unittest
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from unittest.mock import patch

from coursewright.bodies import encode_body
from coursewright.cookies import CookieJar, parse_set_cookie, quote_value
from coursewright.expectations import ExpectationFailed
from coursewright.missing_route import _fits, explain_route, meant_rule
from coursewright.response import Response
from coursewright.session import read_session
from runner.checker import AuthorsFault, load_checks


class Cookies(unittest.TestCase):
    def received(self, *headers: str) -> CookieJar:
        jar = CookieJar()
        for header in headers:
            cookie = parse_set_cookie(header)
            assert cookie
            jar.receive(cookie)
        return jar

    def test_attributes(self) -> None:
        cookie = parse_set_cookie("a=b; Max-Age=60; HttpOnly; Secure; SameSite=Lax; Path=/x; Expires=Wed, 21 Oct 2015 07:28:00 GMT")
        assert cookie and cookie.expires
        self.assertEqual((cookie.name, cookie.value, cookie.max_age, cookie.http_only, cookie.secure), ("a", "b", 60, True, True))
        self.assertEqual((cookie.same_site, cookie.path, cookie.expires.year, cookie.deletes), ("Lax", "/x", 2015, False))

    def test_nonsense_is_no_cookie(self) -> None:
        for header in ("", "nothing", "=value", "; HttpOnly"):
            self.assertIsNone(parse_set_cookie(header))

    def test_deleted_by_age_and_by_date(self) -> None:
        past = "Expires=Thu, 01 Jan 1970 00:00:00 GMT"
        self.assertEqual(self.received("a=1", "a=; Max-Age=0").values(), {})
        self.assertEqual(self.received("a=1", f"a=; {past}").values(), {})
        self.assertEqual(self.received("a=1", f"a=2; {past}; Max-Age=60").values(), {"a": "2"})

    def test_paths(self) -> None:
        jar = self.received("a=1; Path=/", "b=2; Path=/shop", "a=3; Path=/shop")
        self.assertEqual(jar.header_for("/"), "a=1")
        self.assertEqual(jar.header_for("/shop/cart"), "b=2; a=3; a=1")
        self.assertEqual(jar.header_for("/shopping"), "a=1")

    def test_values_go_there_and_back(self) -> None:
        for value in ("plain", "two words", "a,b;c", 'say "hi"', "é 😀", "back\\slash", ""):
            cookie = parse_set_cookie(f"name={quote_value(value)}")
            assert cookie
            self.assertEqual(cookie.value, value)


class Bodies(unittest.TestCase):
    def test_kinds(self) -> None:
        self.assertEqual(encode_body(data=None, json=None, files=None), (b"", None))
        self.assertEqual(encode_body(data={"a": [1, 2]}, json=None, files=None), (b"a=1&a=2", "application/x-www-form-urlencoded"))
        self.assertEqual(encode_body(data=None, json={"a": 1}, files=None), (b'{"a": 1}', "application/json"))
        self.assertEqual(encode_body(data=b"raw", json=None, files=None), (b"raw", None))

    def test_file_names_cannot_break_out(self) -> None:
        body, _ = encode_body(data={}, json=None, files={"f": ('a"\r\nX: y.png', b"x")})
        self.assertIn(b'filename="a%22%0D%0AX: y.png"', body)


class MissingRoutes(unittest.TestCase):
    def test_rules(self) -> None:
        for rule, path, expected in (
            ("/a", "/a", True),
            ("/u/<int:n>", "/u/3", True),
            ("/u/<n>", "/u/3/x", False),
            ("/f/<path:p>", "/f/a/b", True),
            ("/a.b", "/axb", False),
            ("/<a>-<b>", "/x-y-z", True),
            ("/<a>-<b>", "/xy-", False),
            ("/p/<float:f>", "/p/1.50", True),
            ("/p/<float:f>", "/p/1", False),
            ("/k/<uuid:u>", "/k/12345678-1234-1234-1234-123456789abc", True),
            ("/k/<uuid:u>", "/k/12345678", False),
            ("/n/<int(min=1):n>", "/n/x", False),
            ("/<any(a, b):n>/x", "/a/x", True),
        ):
            self.assertEqual(_fits(rule, path), expected, rule)

    def test_rules_that_would_make_a_regex_try_everything(self) -> None:
        self.assertFalse(_fits("/<path:a>a<path:b>a<path:c>a<path:d>a<path:e>b", "/" + "a" * 199))
        self.assertFalse(_fits("/<path:a>" * 50, "/a" * 50))

    def test_long_addresses_are_not_explained(self) -> None:
        self.assertEqual(explain_route(lambda _: self.fail("the routes were asked for"), "GET", "/" + "a" * 201, 404, None), "")

    def test_the_part_that_does_not_fit(self) -> None:
        for rule, path, wanted in (("/<int:a>/<float:b>", "/3/x", "a number with a point"), ("/<int:a>/<float:b>", "/x/1.5", "a whole number")):
            routes = {"routes": [{"rule": rule, "methods": ["GET"], "endpoint": "view"}]}
            self.assertIn(f"takes only {wanted} there", explain_route(lambda _, routes=routes: routes, "GET", path, 404, None))

    def test_near_names_are_looked_for_among_few_and_short_ones(self) -> None:
        compared: list[list[str]] = []

        def matches(_: str, rules: list[str], **__: object) -> list[str]:
            compared.append(rules)
            return []

        with patch("coursewright.missing_route.get_close_matches", matches):
            meant_rule("/read", [f"/{number:03}" for number in range(500)] + ["/raed", "/" + "a" * 300])
            meant_rule("/" + "a" * 300, ["/a", "/b"])
        self.assertEqual([len(rules) for rules in compared], [50])
        self.assertIn("/raed", compared[0])


class Sessions(unittest.TestCase):
    """The program may send anything as its session."""

    def test_nonsense_is_no_session(self) -> None:
        bomb = base64.urlsafe_b64encode(zlib.compress(b" " * 10_000_000)).decode()
        deep = base64.urlsafe_b64encode(b"[" * 100_000).decode()
        for cookie in ("", ".", "...", "abc", "é.x", "W10.x.y", "." + bomb, deep, "." + deep, "\ud800"):
            with self.subTest(cookie[:20]):
                self.assertIsNone(read_session(cookie))

    def test_a_session(self) -> None:
        data = base64.urlsafe_b64encode(b'{"a": {" t": [1, {" d": "then"}]}, "b": {" x": 1}}').decode().rstrip("=")
        self.assertEqual(read_session(f"{data}.time.signature"), {"a": [1, "then"], "b": {" x": 1}})


class Lasting(unittest.TestCase):
    def test_by_age_by_date_and_not_at_all(self) -> None:
        then = format_datetime(datetime.now(UTC) + timedelta(days=2), usegmt=True)
        for header, lasts in (("a=b; Max-Age=60", 60), (f"a=b; Expires={then}", 172_800), ("a=b", None)):
            answer = {"status": 200, "headers": [["Set-Cookie", header]], "body": ""}
            response = Response(method="GET", path="/", answer=answer, ask=lambda _: {})
            response.expect_cookie("a", lasts=lasts)
            with self.assertRaises(ExpectationFailed):
                response.expect_cookie("a", lasts=10_000)


class Registry(unittest.TestCase):
    def test_points(self) -> None:
        checks = load_checks(
            'from coursewright import check\n@check("a")\ndef a(): pass\n@check("b", points=3)\ndef b(): pass\n@check("c", guard=True)\ndef c(): pass\n'
        )
        self.assertEqual([item.points for item in checks], [1, 3, 0])

    def test_nonsense_is_the_authors_fault(self) -> None:
        for options in ("points=0", "points=11", "points=True", "points=1.5", "points='2'", "guard=True, points=2"):
            with self.subTest(options), self.assertRaises(AuthorsFault) as caught:
                load_checks(f'from coursewright import check\n@check("a", {options})\ndef a(): pass\n')
            self.assertEqual((caught.exception.line, caught.exception.text), (2, f'@check("a", {options})'))


if __name__ == "__main__":
    unittest.main()
