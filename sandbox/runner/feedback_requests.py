"""Why an app refused a request, when a line of the program was the reason: Flask's own answer says only 400 or 415."""

from __future__ import annotations

import linecache
import re
from difflib import get_close_matches
from types import TracebackType
from typing import Any

from runner.program_file import FILE_NAME, line_of

#: where a name may have come in, and how the program reads it there
PLACES = ("form", "args", "files", "cookies")
SENT_AS = {"form": "field", "args": "name after the ?", "files": "file", "cookies": "cookie"}
MAX_NAMES = 6


def explain_refusal(error: BaseException) -> str | None:
    """A sentence or two about the HTTP error that ended a view; None when the view did not cause it."""
    try:
        return _explain_refusal(error)
    except Exception:  # noqa: BLE001 - a remark must never be the reason that a view fails
        return None


def _explain_refusal(error: BaseException) -> str | None:
    from werkzeug.exceptions import BadRequest, BadRequestKeyError, HTTPException, UnsupportedMediaType

    line = line_of(error.__traceback__)
    if not isinstance(error, HTTPException) or line is None:
        return None
    if isinstance(error, BadRequestKeyError) and error.args:
        return _missing_name(error.args[0], line)
    if _reads_json(error.__traceback__):
        if isinstance(error, UnsupportedMediaType):
            return _no_json(line)
        if isinstance(error, BadRequest):
            return f"Line {line} reads the request as JSON, and its body is no JSON. Flask then answers 400."
    if "abort" in _text(line):
        return f"It is your own abort(…) on line {line} that answers {error.code}."
    return None


def _missing_name(name: Any, line: int) -> str | None:
    import flask

    if not isinstance(name, str):
        return None
    read = re.search(r"\brequest\.(form|args|files|cookies)\b", _text(line))
    place = read[1] if read else "form"
    start = f"Line {line} reads {name[:60]!r} from request.{place}, and this request has no such {SENT_AS[place]}"
    for other in PLACES:
        if other != place and name in getattr(flask.request, other):
            return f"{start}: it came in request.{other}. Flask then answers 400."
    sent = [str(each)[:60] for each in getattr(flask.request, place)][:MAX_NAMES]
    near = get_close_matches(name, sent, n=1, cutoff=0.5) or (sent if len(sent) == 1 else [])
    came = f"; it has {', '.join(map(repr, sent))}" if sent else ""
    meant = f" Did you mean {near[0]!r}?" if near else ""
    return f"{start}{came}. Flask then answers 400.{meant}"


def _no_json(line: int) -> str:
    import flask

    instead = (
        "It sends a form: read request.form."
        if flask.request.form
        else "Read it with request.get_json(silent=True), which gives None instead."
    )
    return f"Line {line} reads JSON, and this request sends none. Flask then answers 415. {instead}"


def _reads_json(trace: TracebackType | None) -> bool:
    while trace is not None:
        if trace.tb_frame.f_code.co_name in ("get_json", "on_json_loading_failed"):
            return True
        trace = trace.tb_next
    return False


def _text(line: int) -> str:
    return linecache.getline(FILE_NAME, line)
