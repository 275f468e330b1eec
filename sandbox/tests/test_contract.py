"""The Python side reads the same example files as Node does (lib/grading/internal/contract.test.ts)."""

from __future__ import annotations

import io
import json
import unittest
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from coursewright.client import Client
from coursewright.response import Response
from coursewright.session import read_session
from runner.checker import AuthorsFault, load_checks, run_checks
from runner.explain import Frame, LearnerError
from runner.learner import Learner
from runner.warm import warm_up

EXAMPLES = Path(__file__).parent.parent / "contract" / "v1"
PROGRAM = """
from flask import Flask, render_template, render_template_string
from jinja2 import DictLoader
app = Flask(__name__)
app.secret_key = "only for tests"
app.jinja_loader = DictLoader({"index.html": ""})
app.config["MAX_CONTENT_LENGTH"] = 1000
@app.post("/set")
def set_lang():
    return "hi"
@app.get("/page")
def page():
    return render_template("index.html", name="Ada", form=LoginForm()) + render_template_string("")
class LoginForm: pass
def add(a, b):
    return [3, {"a": None}]
"""


def example(name: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_text())
    return value


class LearnerSide(unittest.TestCase):
    """Commands of the examples are answered with messages that have exactly the fields of the examples."""

    @classmethod
    def setUpClass(cls) -> None:
        warm_up()

    def setUp(self) -> None:
        self.learner = Learner()
        with redirect_stdout(io.StringIO()):
            self.loaded = self.learner.answer({**example("learner-commands/load"), "source": PROGRAM})

    def test_load(self) -> None:
        self.assertEqual(self.loaded, example("learner-messages/loaded"))

    def test_request(self) -> None:
        answer = self.learner.answer(example("learner-commands/request"))
        self.assertEqual(answer.keys(), example("learner-messages/response").keys())
        self.assertEqual(answer["body"], "aGk=")

    def test_call(self) -> None:
        self.assertEqual(self.learner.answer(example("learner-commands/call")), example("learner-messages/value"))

    def test_run(self) -> None:
        expected = {**example("learner-messages/value"), "id": 5, "value": "null"}
        self.assertEqual(self.learner.answer(example("learner-commands/run")), expected)

    def test_sign_session(self) -> None:
        answer = self.learner.answer(example("learner-commands/sign-session"))
        name, cookie = json.loads(answer["value"])
        self.assertEqual((name, read_session(cookie)), ("session", {"name": "Ada"}))

    def test_templates(self) -> None:
        question = {**example("learner-commands/request"), "method": "GET", "path": "/page", "body": ""}
        wanted = example("learner-messages/response")["templates"]
        self.assertEqual(self.learner.answer(question)["templates"], [wanted[0], {**wanted[1], "context": []}])

    def test_config(self) -> None:
        expected = {**example("learner-messages/value"), "id": 3, "value": "1000"}
        self.assertEqual(self.learner.answer(example("learner-commands/config")), expected)

    def test_routes(self) -> None:
        answer = self.learner.answer(example("learner-commands/routes"))
        self.assertEqual(answer.keys(), example("learner-messages/routes").keys())
        self.assertEqual(answer["routes"][0].keys(), example("learner-messages/routes")["routes"][0].keys())

    def test_error(self) -> None:
        error = example("learner-messages/response-error")["error"]
        frames = [Frame(**frame) for frame in error.pop("frames")]
        try_this = error.pop("tryThis")
        self.assertEqual(LearnerError(**error, try_this=try_this, frames=frames).as_json(), example("learner-messages/response-error")["error"])


class CheckerSide(unittest.TestCase):
    def test_response(self) -> None:
        response = Response(method="GET", path="/", answer=example("checker-commands/answer"), ask=lambda _: {})
        response.expect_status(200).expect_body("hi")

    def test_request(self) -> None:
        asked: list[dict[str, Any]] = []

        def ask(question: dict[str, Any]) -> dict[str, Any]:
            asked.append(question)
            return example("checker-commands/answer")

        client = Client(ask)
        client.set_cookie("lang", "fr")
        client.post("/set", data={"lang": "fr"}, query={"page": 2})
        self.assertEqual({"v": 1, "id": 1, **asked[0]}, example("checker-messages/ask")["question"])

    def test_results(self) -> None:
        checks = load_checks('from coursewright import check, fail\n@check("one")\ndef one():\n    fail("no", 1, 2)\n')
        results: list[dict[str, Any]] = []
        run_checks(checks, source="", stdout="", seed=1, ask=lambda _, __: {}, send=results.append)
        self.assertEqual(results[0].keys(), example("checker-messages/result-failed").keys())

    def test_results_are_cut(self) -> None:
        text = (
            "from coursewright import check\nfrom coursewright.expectations import ExpectationFailed\n"
            '@check("one")\ndef one():\n    long = "é" * 1_000_000\n    raise ExpectationFailed(long, long, long, {"plain": long, "line": 3})\n'
        )
        results: list[dict[str, Any]] = []
        run_checks(load_checks(text), source="", stdout="", seed=1, ask=lambda _, __: {}, send=results.append)
        self.assertEqual([len(results[0][part]) for part in ("message", "expected", "actual")], [4000] * 3)
        self.assertEqual((len(results[0]["error"]["plain"]), results[0]["error"]["line"]), (4000, 3))

    def test_fault(self) -> None:
        with self.assertRaises(AuthorsFault) as caught:
            load_checks("from coursewright import check\n\nclinet\n")
        self.assertEqual(caught.exception.as_message().keys(), example("checker-messages/fault").keys())
        self.assertEqual(caught.exception.line, 3)


if __name__ == "__main__":
    unittest.main()
