"""Calls the learner's app with one request, without a network."""

from __future__ import annotations

import inspect
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import unquote_to_bytes

from runner.feedback_requests import explain_refusal
from runner.feedback_responses import explain_lost, forget_response, watch_responses

#: what a page of the course never needs; more is a runaway generator or a mistake
MAX_BODY_BYTES = 512 * 1024


#: as many as browsers and servers commonly take
MAX_HEADERS = 100
MAX_HEADER_CHARACTERS = 8192


class AnswerTooLong(Exception):
    """The app's answer is larger than the checks read."""


@dataclass
class Answer:
    status: int
    headers: list[list[str]]
    body: bytes
    #: what the view raised, when nothing in the program handled it
    error: BaseException | None
    #: why Flask refused the request, when the program's own line was the reason
    note: str | None = None
    #: name of the function that should have answered, when there is an error
    view: str | None = None


_notes: list[str] = []
_raised: list[BaseException] = []
_views: list[str | None] = []
_report: Callable[[BaseException], None] | None = None


@cache
def watch_errors() -> None:
    """Has Flask tell us of exceptions in views, instead of logging their tracebacks. Called before any program is loaded; once is enough."""
    import flask

    watch_responses()
    flask.got_request_exception.connect(_remember, weak=False)
    app_class: Any = flask.Flask
    app_class.handle_user_exception = _note_refusals(app_class.handle_user_exception)
    app_class.log_exception = lambda self, exc_info: _report(exc_info[1]) if _report else None


def report_errors(report: Callable[[BaseException], None] | None) -> None:
    """Has `report` called with each exception that Flask would log: when a program is only run, nobody else would tell of it. None: nobody."""
    global _report
    _report = report


def _remember(sender: Any, exception: BaseException, **_: Any) -> None:
    if not _has_own_error_page(sender):
        _raised.append(exception)
        _views.append(_current_view(sender))


def _current_view(app: Any) -> str | None:
    """Name of the view that the present request belongs to."""
    import flask

    endpoint = flask.request.endpoint if flask.has_request_context() else None
    name = getattr(inspect.unwrap(app.view_functions[endpoint]), "__name__", None) if endpoint in app.view_functions else None
    return name if isinstance(name, str) else None


def _note_refusals(handle: Callable[[Any, Exception], Any]) -> Callable[[Any, Exception], Any]:
    """Flask answers request.form["name"] without such a field with a bare 400; this keeps which name and line it was."""

    def handle_and_note(app: Any, error: Exception) -> Any:
        note = explain_refusal(error)
        if note:
            _notes.append(note)
        return handle(app, error)

    return handle_and_note


def _has_own_error_page(app: Any) -> bool:
    return any(handlers.get(500) for handlers in app.error_handler_spec.values())


def call_app(
    app: Any, *, method: str, path: str, query: str, headers: list[list[str]], body: bytes, max_body_bytes: int = MAX_BODY_BYTES
) -> Answer:
    """Gives the app's answer; an exception it does not handle is in `error`.

    @raises AnswerTooLong
    """
    _raised.clear()
    _views.clear()
    _notes.clear()
    forget_response()
    started: list[tuple[str, list[tuple[str, str]]]] = []
    written: list[bytes] = []

    def start_response(status: str, response_headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
        started.append((status, response_headers))
        return written.append

    environ = build_environ(method=method, path=path, query=query, headers=headers, body=body)
    try:
        chunks = app(environ, start_response)
        try:
            content = _join(written, chunks, max_body_bytes)
        finally:
            close = getattr(chunks, "close", None)
            if close:
                close()
    except AnswerTooLong:
        raise
    except BaseException as error:  # noqa: BLE001 - a view may raise anything
        return Answer(500, [], b"", error)
    status, response_headers = started[-1]
    pairs = [[name, value] for name, value in response_headers]
    if len(pairs) > MAX_HEADERS or any(len(value) > MAX_HEADER_CHARACTERS for _, value in pairs):
        raise AnswerTooLong(f"The answer has over {MAX_HEADERS} headers, or one of over {MAX_HEADER_CHARACTERS} characters.")
    return Answer(
        int(status[:3]),
        pairs,
        content,
        _raised[-1] if _raised else None,
        _notes[-1] if _notes else explain_lost(pairs),
        _views[-1] if _views else None,
    )


def _join(written: list[bytes], chunks: Any, max_bytes: int) -> bytes:
    parts = list(written)
    total = sum(map(len, parts))
    for chunk in chunks:
        total += len(chunk)
        if total > max_bytes:
            raise AnswerTooLong(f"The answer is longer than {max_bytes // 1024} KB.")
        if chunk:  # else an endless trickle of nothing would fill the memory before its time is up
            parts.append(chunk)
    return b"".join(parts)


def build_environ(*, method: str, path: str, query: str, headers: list[list[str]], body: bytes) -> dict[str, Any]:
    """The request as WSGI (PEP 3333) wants it."""
    environ: dict[str, Any] = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "HTTP_HOST": "localhost",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in headers:
        key = name.upper().replace("-", "_")
        environ[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"] = value
    return environ
