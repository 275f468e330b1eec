"""Runs a small set of checks once, so that every fork of the checker starts with all of it in memory."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from runner.checker import load_checks, run_checks

CHECKS = """
from coursewright import check, expect_equal, fail

@check("a page")
def page(client, program, rng):
    client.set_cookie("a", str(rng.random()))
    client.get("/", query={"a": 1}).expect_status(200).expect_text("hi").expect_cookie("a", value="b")
    client.post("/", data={"a": 1}, files={"f": ("a.txt", b"x")}).expect_status(200)
    expect_equal(program.uses("a"), False, "uses")
    program.routes, program.call("f", 1), program.run("x").expect_output("")
    page = client.get("/page").expect_template("a.html", a=1).html.expect_element("p", "hi").expect_link("/b").expect_rows([["1"]])
    client.submit(page.form(), a="1").expect_json_part({"a": [1]})
    client.expect_session()
    program.expect_no_use("eval").expect_calls_in_order("f", "g")

@check("fails")
def fails(client):
    client.get("/").expect_status(404)
"""

TEMPLATE = {"name": "a", "kind": "int", "value": "1"}
PAGE = b'<p>hi</p><a href="/b">b</a><table><tr><td>1</table><form action="/json"><input name="a"></form>'
ANSWERS: dict[str, dict[str, Any]] = {
    "/": {"status": 200, "headers": [["Set-Cookie", "a=b; Max-Age=3; Path=/"]], "body": "aGk="},
    "/page": {"status": 200, "headers": [], "body": b64encode(PAGE).decode(), "templates": [{"name": "a.html", "context": [TEMPLATE]}]},
    "/json": {"status": 200, "headers": [], "body": b64encode(b'{"a": [1]}').decode()},
    "routes": {"routes": [], "error": None},
    "call": {"value": "1", "error": None},
    "run": {"value": "null", "error": None},
}


def warm_up() -> None:
    import collections  # noqa: E401, F401

    run_checks(load_checks(CHECKS), source="f(g())", stdout="", seed=1, ask=_answer, send=lambda _: None)


def _answer(_: int, question: dict[str, Any]) -> dict[str, Any]:
    return ANSWERS[question["path"] if question["type"] == "request" else question["type"]]
