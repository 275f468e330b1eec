"""URLs are built as Werkzeug builds them, and a route that builds none compiles nothing for it."""

from __future__ import annotations

import unittest
from typing import Any
from unittest import mock

from flask import Flask, url_for
from runner.lazy_routes import lazy
from werkzeug.routing import BuildError, Rule

PLAIN = Rule._compile_builder

ROUTES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("/", {}, {}),
    ("/", {}, {"page": 2, "tag": ["a", "b"]}),
    ("/towns/<name>", {}, {"name": "São Paulo / 1"}),
    ("/towns/<name>", {}, {"name": "Oslo", "self": 1, "rule": "x"}),
    ("/posts/<int:year>/<slug>", {}, {"year": 2026, "slug": "a b", "_anchor": "top"}),
    ("/files/<path:file>", {}, {"file": "a/b c.txt", "_external": True}),
    ("/pages/<int:page>", {"defaults": {"page": 1}}, {"page": 1}),
    ("/pages/<int:page>", {"defaults": {"page": 1}}, {"page": 3}),
    ("/<lang>/about/", {"subdomain": "www"}, {"lang": "nb"}),
    ("/posts/<int:year>", {}, {"year": "no number"}),
    ("/posts/<int:year>", {}, {}),
]


def built(path: str, options: dict[str, Any], values: dict[str, Any]) -> str:
    app = Flask("program")
    app.config["SERVER_NAME"] = "localhost"
    app.add_url_rule(path, "view", lambda **_: "", **options)
    with app.test_request_context():
        try:
            return url_for("view", **values) + " " + url_for("view", **values)
        except (BuildError, ValueError) as error:
            return f"{type(error).__name__}: {error}"


class LazyRoutes(unittest.TestCase):
    def test_builds_what_werkzeug_builds(self) -> None:
        for route in ROUTES:
            with self.subTest(route=route):
                plain = built(*route)
                with mock.patch.object(Rule, "_compile_builder", lazy(PLAIN)):
                    self.assertEqual(built(*route), plain)

    def test_compiles_nothing_before_a_url_is_built(self) -> None:
        compiled: list[str] = []

        def note(rule: Rule, append_unknown: bool = True) -> Any:
            compiled.append(rule.rule)
            return PLAIN(rule, append_unknown)

        with mock.patch.object(Rule, "_compile_builder", lazy(note)):
            app = Flask("program")
            app.add_url_rule("/a", "a", lambda: url_for("b"))
            app.add_url_rule("/b", "b", lambda: "")
            self.assertEqual(compiled, [])
            self.assertEqual([app.test_client().get("/a").text for _ in range(2)], ["/b", "/b"])
            self.assertEqual(compiled, ["/b"])

    def test_what_cannot_be_compiled_is_said_where_it_is_declared(self) -> None:
        def fails(rule: Rule, append_unknown: bool = True) -> Any:
            raise ValueError(rule.rule)

        with mock.patch.object(Rule, "_compile_builder", lazy(fails)):
            for path, options in (("/<None>", {}), ("/<int:page>", {"defaults": {"page": 1}})):
                with self.subTest(path=path), self.assertRaises(ValueError):
                    Flask("program", static_folder=None).add_url_rule(path, "view", lambda: "", **options)
