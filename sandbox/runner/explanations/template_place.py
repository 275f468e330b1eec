"""Where in a template an error happened."""

from __future__ import annotations

import linecache
from types import FrameType, TracebackType
from typing import Any

MAX_LINE = 120
#: what Jinja calls a template that came from no file
NAMELESS = "<template>"


def template_place(error: BaseException, trace: TracebackType | None) -> tuple[str, int, str] | None:
    """Name, line and text of the innermost template line; None when no template was involved.

    Jinja compiles templates to Python and rewrites the traceback so that its frames have the template's own lines.
    """
    if type(error).__module__ == "jinja2.exceptions" and hasattr(error, "lineno"):
        syntax: Any = error
        return _place(syntax.name or syntax.filename, syntax.lineno, syntax.source)
    place, name, source = None, None, None
    while trace is not None:
        frame = trace.tb_frame
        if "__jinja_exception__" in frame.f_globals:
            file_name = frame.f_code.co_filename
            known = file_name != NAMELESS
            text = linecache.getline(file_name, trace.tb_lineno) if known else None
            place = _place(file_name if known else name, trace.tb_lineno, source, text)
        else:
            name, source = _named_by(frame, name, source)
        trace = trace.tb_next
    return place


def _named_by(frame: FrameType, name: Any, source: Any) -> tuple[Any, Any]:
    """Jinja and Flask know what the compiled template does not: how it is called, and its text."""
    code = frame.f_code
    if code.co_filename.endswith("jinja2/environment.py") and code.co_name == "render":
        return getattr(frame.f_locals.get("self"), "name", None), source
    if code.co_filename.endswith("flask/templating.py") and code.co_name == "render_template_string":
        return name, frame.f_locals.get("source")
    return name, source


def _place(name: Any, line: Any, source: Any, text: str | None = None) -> tuple[str, int, str] | None:
    if not isinstance(line, int):
        return None
    if not text:
        lines = source.splitlines() if isinstance(source, str) else []
        text = lines[line - 1] if 0 < line <= len(lines) else ""
    shown = name.rpartition("/")[2] if isinstance(name, str) else ""
    return shown, line, text.strip()[:MAX_LINE]
