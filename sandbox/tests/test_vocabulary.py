"""Cookies, bodies and the list of allowed system calls, without any app."""

from __future__ import annotations

import struct
import unittest

from coursewright.bodies import encode_body
from coursewright.client import Client
from coursewright.cookies import CookieJar, parse_set_cookie, quote_value
from coursewright.expectations import ExpectationFailed
from coursewright.missing_route import _fits
from runner.seccomp import ALLOW, KILL_PROCESS, REFUSE, build_filter


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
        ):
            self.assertEqual(_fits(rule, path), expected, rule)


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

    def test_other_doors_into_the_kernel_kill(self) -> None:
        self.assertEqual(self.decide("x86_64", 0x40000000 + 59), KILL_PROCESS)
        self.assertEqual(self.decide("x86_64", 0, architecture=0x40000003), KILL_PROCESS)
        self.assertEqual(self.decide("aarch64", 0, architecture=0x40000028), KILL_PROCESS)


if __name__ == "__main__":
    unittest.main()
