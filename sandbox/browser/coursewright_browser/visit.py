"""Asks the app that the last program left behind, as a browser would, and tells what happened on the way."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from http import HTTPStatus
from time import perf_counter
from typing import Any

from coursewright_browser.timeline import Step, Timeline
from coursewright_browser.watching import watch
from runner.explain import explain
from runner.program_file import FILE_NAME
from runner.wsgi import Answer, AnswerTooLong, call_app, report_errors

#: a page may show the photos that were uploaded to it
MAX_BODY_BYTES = 8 * 1024 * 1024
MAX_OUTPUT_CHARACTERS = 64 * 1024


@dataclass(frozen=True)
class Program:
    """A program that ran, and the app it left behind."""

    app: Any
    source: str


class NoApp(Exception):
    """There is no app to visit: no program ran yet, or the last one made none."""


_program: Program | None = None


def keep(app: Any | None, source: str) -> None:
    """Has later visits go to this app; None when the program made none. Called after each run."""
    global _program
    _program = None if app is None else Program(app, source)


def visit(request: dict[str, Any]) -> dict[str, Any]:
    """The AppExchange of lib/browser-python/schema.ts for its AppRequest; bodies are bytes.

    @raises NoApp
    @raises KeyboardInterrupt when the reader stops it
    """
    if _program is None:
        raise NoApp
    return _visit(_program, request)


def _visit(program: Program, request: dict[str, Any]) -> dict[str, Any]:
    watch()
    report_errors(None)  # the exchange tells of the error
    timeline = Timeline(program.app, program.source)
    output = _Output()
    began = perf_counter()
    with redirect_stdout(output), redirect_stderr(output), timeline.noted():
        answer = _answer(program.app, request)
    ms = (perf_counter() - began) * 1000
    if isinstance(answer.error, KeyboardInterrupt):
        raise answer.error
    error = None if answer.error is None else explain(answer.error, program.source, FILE_NAME, answer.view).as_json()
    reason = _reason(answer.status)
    return {
        "request": request,
        "response": {"status": answer.status, "reason": reason, "headers": answer.headers, "body": answer.body},
        "timeline": timeline.steps(response=_response_step(answer, reason), error=answer.error),
        "error": error,
        "stdout": output.getvalue(),
        "ms": round(ms, 3),
    }


def _answer(app: Any, request: dict[str, Any]) -> Answer:
    path, _, query = str(request["url"]).partition("#")[0].partition("?")
    headers = [[str(name), str(value)] for name, value in request["headers"]]
    body = bytes(request["body"])
    try:
        return call_app(
            app, method=request["method"], path=path, query=query, headers=headers, body=body, max_body_bytes=MAX_BODY_BYTES
        )
    except AnswerTooLong as error:
        return Answer(500, [], b"", _TooLong(str(error)))
    except Exception as error:  # noqa: BLE001 - an app that is not Flask's may answer with what is no answer
        return Answer(500, [], b"", error)


class _TooLong(AnswerTooLong):
    def __init__(self, plain: str) -> None:
        super().__init__(plain)
        self.plain = plain


def _response_step(answer: Answer, reason: str) -> Step:
    details = [{"name": name, "value": value} for name, value in answer.headers if name.lower() in ("set-cookie", "location")]
    if answer.note:
        details.append({"name": "why", "value": answer.note})
    return {"kind": "response", "name": f"{answer.status} {reason}".strip(), "line": None, "ms": 0.0, "details": details}


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


class _Output(io.StringIO):
    """What the program prints while it answers, so far as anybody reads it."""

    def write(self, text: str) -> int:
        room = MAX_OUTPUT_CHARACTERS - self.tell()
        super().write(text[: max(room, 0)])
        return len(text)
