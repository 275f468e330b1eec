"""Has Flask tell the runner of errors and templates. Once in an interpreter, whoever asks first."""

from __future__ import annotations

from functools import cache

from runner.templates import watch_templates
from runner.wsgi import watch_errors


@cache
def watch() -> None:
    watch_errors()
    watch_templates()
