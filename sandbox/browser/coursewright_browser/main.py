"""What the worker (../worker.mjs) calls. Answers to it are JSON, or hold bytes."""

from __future__ import annotations

import functools
import importlib.metadata
import json
import platform
import sys
from collections.abc import Callable
from typing import Any

from coursewright_browser.clean_start import CleanStart
from coursewright_browser.run import Runs

_runs: Runs | None = None


def warm_up() -> None:
    """Imports what programs import and walks the paths they walk, so that the first program need not wait for it."""
    import sqlite3  # noqa: F401

    from runner.warm import warm_up

    sys.path[:] = [path for path in sys.path if path]
    warm_up()
    versions()  # reads them from the archive: a start from kept memory need not


def connect(emit: Callable[[str, str], None], ask: Callable[[str], Any]) -> None:
    """Called once, before the first run. @param ask gives the line, None for the end of input, or False when the run is stopped"""
    global _runs

    def ask_or_stop(prompt: str) -> str | None:
        line = ask(prompt)
        if line is False:
            raise KeyboardInterrupt
        return None if line is None else str(line)

    _runs = Runs(emit, ask_or_stop, CleanStart())  # type: ignore[arg-type]


@functools.cache
def versions() -> str:
    return json.dumps({"python": platform.python_version(), **{name: importlib.metadata.version(name) for name in ("flask", "werkzeug", "jinja2")}})


def run(source: str, given: str) -> str:
    assert _runs is not None
    return json.dumps(_runs.run(source, given))


def visit(request: dict[str, Any]) -> tuple[str, bytes]:
    """@returns the exchange without its bodies, and the response's. JSON, as a None that is handed over is undefined there."""
    from coursewright_browser.visit import visit

    exchange = visit({**request, "body": bytes(request["body"])})
    del exchange["request"]
    body = exchange["response"].pop("body")
    return json.dumps(exchange), body


def advise(code: str, checks: str, seed: int) -> str:
    from coursewright_browser.advise import advise  # type: ignore[import-not-found]

    return json.dumps(advise(code, checks, seed))
