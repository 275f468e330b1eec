"""Lets a program run beside the one that ran before it, and leaves nothing of it behind."""

from __future__ import annotations

import io
import linecache
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from runner import wsgi
from runner.checker import FILE_NAME as CHECKS_FILE
from runner.program_file import FILE_NAME
from runner.warm import no_server

#: what the learner's side and the checks are called as modules
MODULES = ("program", "checks", "__main__")


@contextmanager
def apart() -> Iterator[None]:
    """While this is open, a program has a folder, streams, an environment and module names of its own."""
    import flask

    app_class: Any = flask.Flask
    folder = tempfile.mkdtemp()
    streams_and_paths = os.getcwd(), sys.stdin, list(sys.path), dict(os.environ)
    replaced: tuple[Any, ...] = (random.getstate(), app_class.run, wsgi._report, os._exit)
    modules = {name: sys.modules.get(name) for name in MODULES}
    lines = {name: linecache.cache.get(name) for name in (FILE_NAME, CHECKS_FILE)}
    try:
        os.chdir(folder)
        sys.stdin = io.StringIO()
        app_class.run, os._exit = no_server, _end_itself
        yield
    finally:
        where, sys.stdin, sys.path[:], environment = streams_and_paths
        state, app_class.run, report, os._exit = replaced
        os.chdir(where)
        random.setstate(state)
        wsgi.report_errors(report)
        _put_back(sys.modules, modules)
        _put_back(linecache.cache, lines)
        os.environ.clear()
        os.environ.update(environment)
        shutil.rmtree(folder, ignore_errors=True)


class ProgramEnded(BaseException):
    plain = "Your program ended the whole process (os._exit or a crash), so there is nothing left to check."

    def __init__(self) -> None:
        super().__init__(self.plain)


def _end_itself(_status: int) -> None:
    """Replaces os._exit, which would end the page's Python."""
    raise ProgramEnded


def _put_back(kept: Any, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if value is None:
            kept.pop(name, None)
        else:
            kept[name] = value
