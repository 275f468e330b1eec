"""What a program can make of its answers to trouble the checks: it fails the check, and is never a fault of ours."""

from __future__ import annotations

import ast
import base64
import unittest

from coursewright.bodies import encode_body
from coursewright.client import Client
from coursewright.cookies import parse_set_cookie
from coursewright.expectations import ExpectationFailed, shown
from coursewright.source import MAX_PARTS, Source


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


if __name__ == "__main__":
    unittest.main()
