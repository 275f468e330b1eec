"""What the checks believe of an answer that came straight from a hostile program: the same as Node does."""

from __future__ import annotations

import json
import unittest
from pathlib import Path
from typing import Any

from runner.answers import BrokenRules, read_answer

EXAMPLES = Path(__file__).parent.parent / "contract" / "v1" / "learner-messages"
KINDS = {"response": "request", "response-error": "request", "value": "call", "routes": "routes"}


def example(name: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_text())
    return value


def read(message: Any, *, kind: str = "request", number: int = 1) -> dict[str, Any]:
    return read_answer(json.dumps(message).encode(), kind=kind, number=number)


class Answers(unittest.TestCase):
    def test_examples_pass_without_loss(self) -> None:
        for name, kind in KINDS.items():
            with self.subTest(name):
                message = example(name)
                self.assertEqual(read(message, kind=kind, number=message["id"]), message)

    def test_stopped_may_stand_for_any_answer(self) -> None:
        message = example("stopped")
        for kind in ("request", "call", "routes"):
            self.assertEqual(read(message, kind=kind), {"type": "stopped", "error": message["error"]})

    def test_what_breaks_the_rules(self) -> None:
        good = example("response")
        error = example("response-error")["error"]
        wrong: dict[str, Any] = {
            "another version": {**good, "v": 2},
            "another question's number": {**good, "id": 2},
            "a truth for a number": {**good, "id": True},
            "another kind": {**good, "type": "value", "value": "1"},
            "loaded": {"v": 1, "type": "loaded", "error": None},
            "a list": [good],
            "no error field": {key: value for key, value in good.items() if key != "error"},
            "an error of the wrong shape": {**good, "error": {**error, "line": "3"}},
            "too many frames": {**good, "error": {**error, "frames": error["frames"] * 13}},
            "status as text": {**good, "status": "200"},
            "status as a fraction": {**good, "status": 200.5},
            "a status beyond bounds": {**good, "status": 2**60},
            "no base64": {**good, "body": "not base64!"},
            "base64 without its end": {**good, "body": "aGk"},
            "a body of another kind": {**good, "body": ["aGk="]},
            "a header of three": {**good, "headers": [["a", "b", "c"]]},
            "a header that is text": {**good, "headers": ["ab"]},
            "too many headers": {**good, "headers": [["a", "b"]] * 101},
            "a note of another kind": {**good, "note": {}},
            "too many templates": {**good, "templates": good["templates"] * 6},
            "a template's value too long": {**good, "templates": [{"name": None, "context": [{"name": "a", "kind": "b", "value": "x" * 65537}]}]},
        }
        for what, message in wrong.items():
            with self.subTest(what), self.assertRaises(BrokenRules):
                read(message)

    def test_what_is_no_json(self) -> None:
        for payload in (b"", b"{", b"[" * 100_000, b"NaN", b'{"v": Infinity}', b"1" * 5000, b'"\xff', b"\xff\xfe{\x00}\x00", b'{"v":1}\0'):
            with self.subTest(payload[:20]), self.assertRaises(BrokenRules):
                read_answer(payload, kind="request", number=1)

    def test_a_value_may_not_be_endless(self) -> None:
        with self.assertRaises(BrokenRules):
            read({**example("value"), "value": "1" * (512 * 1024 + 1)}, kind="call")

    def test_texts_are_cut_and_cleaned(self) -> None:
        good = example("response")
        answer = read({**good, "note": "a\0b\ud800c" + "d" * 2000, "headers": [["X" * 300, "v\udfff" + "v" * 9000]]})
        self.assertEqual(answer["note"], "a\ufffdb\ufffdc" + "d" * 995)
        self.assertEqual((len(answer["headers"][0][0]), answer["headers"][0][1][:2], len(answer["headers"][0][1])), (200, "v\ufffd", 8192))

    def test_real_characters_stay(self) -> None:
        self.assertEqual(read({**example("response"), "note": "é😀"})["note"], "é😀")

    def test_unknown_fields_go(self) -> None:
        good = example("response")
        self.assertEqual(read({**good, "stdout": "forged", "status_line": 1}), good)


if __name__ == "__main__":
    unittest.main()
