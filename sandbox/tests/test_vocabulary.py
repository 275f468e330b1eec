"""Cookies, bodies, pages, sessions and the list of allowed system calls, without any app."""

from __future__ import annotations

import ast
import base64
import struct
import time
import unittest
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from unittest.mock import patch

from coursewright.bodies import encode_body
from coursewright.client import Client
from coursewright.cookies import CookieJar, parse_set_cookie, quote_value
from coursewright.elements import read_page
from coursewright.expectations import ExpectationFailed, shown
from coursewright.form import Form
from coursewright.missing_route import _fits, explain_route, meant_rule
from coursewright.response import Response
from coursewright.session import read_session
from coursewright.source import MAX_PARTS, Source
from runner.checker import AuthorsFault, load_checks
from runner.seccomp import ALLOW, KILL_PROCESS, REFUSE, build_filter
from runner.syscalls import ALLOWED, CONDITIONAL, numbers


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


class LearnerMadeLocations(unittest.TestCase):
    """What a program writes into Location is never a fault of the checks."""

    BAD = ("http://[bad", "//[", "http://[::1", "http://\u2100.example/", "http://h:port\x00/")

    def client(self, location: str) -> Client:
        return Client(lambda question: {"type": "response", "status": 302, "headers": [["Location", location]], "body": ""})

    def test_redirects_to_nowhere_fail_the_check(self) -> None:
        for location in self.BAD:
            with self.subTest(location), self.assertRaises(ExpectationFailed):
                self.client(location).get("/").expect_redirect("/there")
            with self.subTest(location, follow=True), self.assertRaises(ExpectationFailed):
                self.client(location).get("/", follow=True)

    def test_nor_is_a_request_to_it(self) -> None:
        for location in self.BAD[:4]:
            with self.subTest(location), self.assertRaises(ExpectationFailed):
                self.client("/").get(location)

    def test_nor_a_date(self) -> None:
        for date in ("99999999999999999999", "Wed, 21 Oct 99999999999999 07:28:00 GMT", "Wed, 21 Oct 2015 07:28:00 +99999999999", "Mon, 01 Jan 0001 00:00:00 +2300", ","):
            with self.subTest(date):
                cookie = parse_set_cookie(f"a=b; Expires={date}")
                assert cookie
                self.assertIn(cookie.deletes, (True, False))


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


class LearnerMadeSizes(unittest.TestCase):
    """What is too much for the checker is told to the learner and is never a fault of the checks."""

    def client(self, *headers: list[str], body: str = "") -> Client:
        answer = {"type": "response", "status": 200, "headers": list(headers), "body": base64.b64encode(body.encode()).decode()}
        return Client(lambda _: answer)

    def test_cookies(self) -> None:
        client = self.client(*(["Set-Cookie", f"c{number}={'x' * 8000}"] for number in range(100)))
        client.get("/")
        with self.assertRaisesRegex(ExpectationFailed, "cookies"):
            client.get("/")

    def test_addresses(self) -> None:
        client = self.client(body=f'<form method=post action="/{"é" * 200_000}"></form>')
        with self.assertRaisesRegex(ExpectationFailed, "address of over"):
            client.submit(client.get("/").html.form())

    def test_hidden_fields(self) -> None:
        client = self.client(body=f'<form method=post><input type=hidden name=a value="{"é" * 200_000}"></form>')
        with self.assertRaisesRegex(ExpectationFailed, "form"):
            client.submit(client.get("/").html.form())

    def test_half_a_pair_in_a_value_is_sent_as_something_else(self) -> None:
        self.assertEqual(encode_body(data={"a": "\ud800"}, json=None, files=None)[0], b"a=%3F")

    def test_deep_data_is_not_indented_to_its_end(self) -> None:
        value: list[object] = [1] * 200_000
        for _ in range(400):
            value = [value]
        self.assertLess(len(shown(value)), 2100)

    def test_names_of_a_program_are_read_so_far_only(self) -> None:
        program = Source("a" + ".a" * 900)
        self.assertTrue(program.uses("a"))
        self.assertEqual(max(len(program._name(node) or "") for node in ast.walk(program.tree)), 2 * MAX_PARTS + 1)

    def test_a_program_too_deep_for_a_tree_fails_the_check(self) -> None:
        with self.assertRaises(ExpectationFailed):
            Source("-" * 50_000 + "1").uses("a")


class Pages(unittest.TestCase):
    def test_trees(self) -> None:
        for html, tag, texts in (
            ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "li", ["a", "bc", "c", "d"]),
            ("<p>a<p>b<div>c</div>", "p", ["a", "b"]),
            ("<table><tr><td>a<td>b<tr><td>c</table><p>d", "td", ["a", "b", "c"]),
            ("<select><option>a<option>b</select>", "option", ["a", "b"]),
            ("<h1>a &lt;b&gt;<br>c</h1>", "h1", ["a <b> c"]),
            ("</p></div><b>a</i></b>", "b", ["a"]),
            ("<h1>a", "h1", ["a"]),
            ("", "*", []),
        ):
            with self.subTest(html):
                self.assertEqual([element.text for element in read_page(html).select(tag)], texts)

    def test_attributes(self) -> None:
        page = read_page('<a class="x y" data-id="3" href="/">a</a><a id="a" id="b">b</a>')
        for attributes, texts in (
            ({"class_": "y"}, ["a"]),
            ({"class_": "y x"}, ["a"]),
            ({"data_id": "3"}, ["a"]),
            ({"href": True}, ["a"]),
            ({"href": False}, ["b"]),
            ({"id": "a"}, ["b"]),
            ({"id": "b"}, []),
        ):
            with self.subTest(attributes):
                self.assertEqual([element.text for element in page.select("a", **attributes)], texts)  # type: ignore[arg-type]

    def test_no_page_takes_long(self) -> None:
        size = 500_000
        pieces = ("<a>", "</a>", "<li>", "<a><td>", "<!--", "<![", "<!", "<?", "&#", "&", "<a b=", '<a b="', "<", "</", "</a ", "<script>", "x ", "<a b ")
        for piece in pieces:
            with self.subTest(piece):
                began = time.process_time()
                try:
                    page = read_page(piece * (size // len(piece)))
                    page.select("*", "x", href="y")
                except ExpectationFailed:
                    pass
                self.assertLess(time.process_time() - began, 2)

    def test_deep_pages_are_not_read_again_for_each_of_their_elements(self) -> None:
        page = read_page("<b>" * 150 + "x " * 200_000)
        with self.assertRaisesRegex(ExpectationFailed, "deep"):
            page.select("b", "y")
        page = read_page("<b>" * 150 + "x</i>" * 100_000)
        with self.assertRaisesRegex(ExpectationFailed, "deep"):
            page.select("b", "y")

    def test_texts_are_read_once(self) -> None:
        page = read_page("<p>" + "x " * 200_000)
        self.assertEqual([len(page.select("p", "y")) for _ in range(100)], [0] * 100)


class Forms(unittest.TestCase):
    def test_what_a_browser_sends(self) -> None:
        html = """<form action="?page=2"><input name=a value=1><input name=b type=checkbox><input name=c type=checkbox checked>
            <input name=d type=radio value=x><input name=d type=radio value=y checked><input name=e type=file><input name=f disabled>
            <select name=g multiple><option selected>1<option selected>2</select><select name=h><option>1</select><select name=i></select>
            <textarea name=j>\ntext</textarea><input type=submit name=k value=Go><input value=nameless></form>"""
        form = Form(read_page(html).select("form")[0], "/list")
        self.assertEqual((form.method, form.action), ("GET", "/list?page=2"))
        self.assertEqual(form.fields, {"a": ["1"], "c": ["on"], "d": ["y"], "g": ["1", "2"], "h": ["1"], "j": ["text"]})
        self.assertEqual(form.filled({"a": 5, "b": True, "c": False, "g": [3]})["g"], ["3"])
        self.assertEqual(sorted(form.filled({"a": 5, "b": True, "c": False})), ["a", "b", "d", "g", "h", "j"])
        with self.assertRaises(ExpectationFailed):
            form.filled({"k": "Go"})


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


class Filter(unittest.TestCase):
    """Runs the filter as the kernel would (classic BPF), for calls that must and must not pass."""

    def decide(self, machine: str, number: int, *arguments: int, architecture: int | None = None) -> int:
        arch = architecture or {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}[machine]
        data = struct.pack("<IIQ6Q", number, arch, 0, *(list(arguments) + [0] * 6)[:6])
        program = list(struct.iter_unpack("=HBBI", build_filter(machine=machine, own_pid=1)))
        accumulator, at = 0, 0
        while True:
            code, if_true, if_false, value = program[at]
            at += 1
            if code == 0x20:
                accumulator = struct.unpack_from("<I", data, value)[0]
            elif code == 0x06:
                return int(value)
            else:
                holds = {0x15: accumulator == value, 0x35: accumulator >= value, 0x45: bool(accumulator & value)}[code]
                at += if_true if holds else if_false

    def test_decisions(self) -> None:
        refused, thread = REFUSE | 1, 0x00010000 | 0x100
        for name, x86, arm, arguments, expected in (
            ("read", 0, 63, (), ALLOW),
            ("openat", 257, 56, (), ALLOW),
            ("execve", 59, 221, (), refused),
            ("socket", 41, 198, (2, 1), refused),
            ("ptrace", 101, 117, (), refused),
            ("unshare", 272, 97, (0x10000000,), refused),
            ("mount", 165, 40, (), refused),
            ("a thread", 56, 220, (thread,), ALLOW),
            ("a process", 56, 220, (17,), refused),
            ("a thread in a new namespace", 56, 220, (thread | 0x10000000,), refused),
            ("clone3", 435, 435, (), REFUSE | 38),
            ("end oneself", 62, 129, (1, 15), ALLOW),
            ("end a thread of oneself", 234, 131, (1, 1, 15), ALLOW),
            ("kill self", 62, 129, (1, 9), refused),
            ("kill a thread of oneself", 234, 131, (1, 1, 9), refused),
            ("kill another", 62, 129, (2, 9), refused),
            ("kill everybody", 62, 129, (0xFFFFFFFFFFFFFFFF, 9), refused),
            ("limits of self", 302, 261, (0,), ALLOW),
            ("limits of another", 302, 261, (7,), refused),
            ("new limits for self", 302, 261, (0, 0, 0x1000), refused),
            ("new limits from high in memory", 302, 261, (0, 0, 0x7F00_0000_0000), refused),
            ("terminal input", 16, 29, (0, 0x5412), refused),
            ("is it a terminal", 16, 29, (0, 0x5401), ALLOW),
            ("flags of a file", 72, 25, (0, 3), ALLOW),
            ("a copy closed at exec", 72, 25, (0, 1030, 3), ALLOW),
            ("a lock", 72, 25, (0, 6), ALLOW),
            ("who gets a file's signals", 72, 25, (0, 8, 1), refused),
            ("which signal a file sends", 72, 25, (0, 10, 9), refused),
            ("a process, a thread or a group gets them", 72, 25, (0, 15), refused),
            ("a lease", 72, 25, (0, 1024, 1), refused),
            ("news of a folder", 72, 25, (0, 1026), refused),
        ):
            for machine, number in (("x86_64", x86), ("aarch64", arm)):
                with self.subTest(name, machine=machine):
                    self.assertEqual(self.decide(machine, number, *arguments), expected)

    def test_every_number(self) -> None:
        """Nothing passes whatever its arguments but what the table allows."""
        for machine in ("x86_64", "aarch64"):
            allowed, conditional = set(numbers(ALLOWED, machine).values()), set(numbers(CONDITIONAL, machine).values())
            for number in range(1100):
                if number not in conditional:
                    with self.subTest(number, machine=machine):
                        self.assertEqual(self.decide(machine, number, 1, 2, 3), ALLOW if number in allowed else REFUSE | 1)

    def test_other_doors_into_the_kernel_kill(self) -> None:
        self.assertEqual(self.decide("x86_64", 0x40000000 + 59), KILL_PROCESS)
        self.assertEqual(self.decide("x86_64", 0, architecture=0x40000003), KILL_PROCESS)
        self.assertEqual(self.decide("aarch64", 0, architecture=0x40000028), KILL_PROCESS)


if __name__ == "__main__":
    unittest.main()
