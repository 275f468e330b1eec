"""Runs a small set of checks once, so that every fork of the checker starts with all of it in memory."""

from __future__ import annotations

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
    program.routes, program.call("f", 1)

@check("fails")
def fails(client):
    client.get("/").expect_status(404)
"""

ANSWERS: dict[str, dict[str, Any]] = {
    "request": {"status": 200, "headers": [["Set-Cookie", "a=b; Max-Age=3; Path=/"]], "body": "aGk=", "error": None, "note": None},
    "routes": {"routes": [], "error": None},
    "call": {"value": "1", "error": None},
}


def warm_up() -> None:
    import collections  # noqa: E401, F401

    run_checks(
        load_checks(CHECKS), source="x = 1", stdout="", seed=1, ask=lambda _, question: ANSWERS[question["type"]], send=lambda _: None
    )
