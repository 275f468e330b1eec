"""What the learner's process answers, made sure of before any check sees it.

The same rules as in lib/grading/internal/contract.ts, for answers that come without Node between: the shape must be right,
texts are cut and cleaned, and what nobody knows is left out.
"""

from __future__ import annotations

import binascii
import json
import re
from collections.abc import Callable
from typing import Any, Never

CONTRACT = 1
MAX_VALUE = 512 * 1024
MAX_TEMPLATE_VALUE = 64 * 1024
#: beyond it, whole numbers are not safe in JavaScript
MAX_NUMBER = 2**53 - 1
#: Postgres refuses NUL, and half a surrogate pair cannot be encoded
_UNCLEAN = re.compile("[\0\ud800-\udfff]")
_ANSWER_TO = {"request": "response", "routes": "routes"}


class BrokenRules(Exception):
    """The program interfered with the way it is asked."""


def read_answer(payload: bytes | bytearray, *, kind: str, number: int) -> dict[str, Any]:
    """The answer to the question of this kind and number, or the message that the program was stopped. @raises BrokenRules"""
    try:
        message = json.loads(payload.decode("utf-8", "replace"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise BrokenRules from None
    if type(message) is not dict or message.get("v") != CONTRACT:
        raise BrokenRules
    if message.get("type") == "stopped":
        if message.get("limit") != "time":
            raise BrokenRules
        return {"type": "stopped", "error": _error(message.get("error"))}
    wanted = _ANSWER_TO.get(kind, "value")
    if message.get("type") != wanted or _number(message.get("id")) != number:
        raise BrokenRules
    answer: dict[str, Any] = _READERS[wanted](message)
    error = message.get("error", number)  # none is null; it may not be missing
    answer |= {"v": CONTRACT, "type": wanted, "id": number, "error": None if error is None else _error(error)}
    return answer


def _response(message: dict[str, Any]) -> dict[str, Any]:
    body = message.get("body")
    try:
        binascii.a2b_base64(body, strict_mode=True)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise BrokenRules from None
    note = message.get("note", 0)
    return {
        "status": _number(message.get("status")),
        "headers": [_header(pair) for pair in _list(message.get("headers"), 100)],
        "body": body,
        "note": None if note is None else _text(note, 1000),
        "templates": [_template(entry) for entry in _list(message.get("templates"), 10)],
    }


def _header(pair: Any) -> list[str]:
    if type(pair) is not list or len(pair) != 2:
        raise BrokenRules
    return [_text(pair[0], 200), _text(pair[1], 8192)]


def _template(entry: Any) -> dict[str, Any]:
    name = _field(entry, "name")
    return {
        "name": None if name is None else _text(name, 200),
        "context": [
            {
                "name": _text(_field(given, "name"), 200),
                "kind": _text(_field(given, "kind"), 200),
                "value": None if _field(given, "value") is None else _json_text(given["value"], MAX_TEMPLATE_VALUE),
            }
            for given in _list(_field(entry, "context"), 50)
        ],
    }


def _value(message: dict[str, Any]) -> dict[str, Any]:
    return {"value": _json_text(message.get("value"), MAX_VALUE)}


def _routes(message: dict[str, Any]) -> dict[str, Any]:
    return {
        "routes": [
            {
                "rule": _text(_field(route, "rule"), 500),
                "methods": [_text(method, 20) for method in _list(_field(route, "methods"), 20)],
                "endpoint": _text(_field(route, "endpoint"), 200),
                "line": _line(_field(route, "line")),
            }
            for route in _list(message.get("routes"), 500)
        ],
        "remarks": [
            {
                "view": _text(_field(remark, "view"), 200),
                "line": _number(_field(remark, "line")),
                "text": _text(_field(remark, "text"), 500),
            }
            for remark in _list(message.get("remarks"), 20)
        ],
    }


def _error(error: Any) -> dict[str, Any]:
    return {
        "type": _text(_field(error, "type"), 100),
        "message": _text(_field(error, "message"), 1000),
        "line": _line(_field(error, "line")),
        "frames": [
            {
                "line": _number(_field(frame, "line")),
                "function": _text(_field(frame, "function"), 200),
                "text": _text(_field(frame, "text"), 200),
            }
            for frame in _list(_field(error, "frames"), 12)
        ],
        "plain": _text(_field(error, "plain"), 1000),
        "tryThis": _text(_field(error, "tryThis"), 1000),
    }


_READERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {"response": _response, "value": _value, "routes": _routes}


def clean(text: str) -> str:
    """Without what neither a database nor JSON can hold."""
    return text if text.isascii() and "\0" not in text else _UNCLEAN.sub("\ufffd", text)


def _text(value: Any, most: int) -> str:
    if type(value) is not str:
        raise BrokenRules
    return clean(value[:most])


def _json_text(value: Any, most: int) -> str:
    if type(value) is not str or len(value) > most:
        raise BrokenRules
    return value


def _list(value: Any, most: int) -> list[Any]:
    if type(value) is not list or len(value) > most:
        raise BrokenRules
    return value


def _field(value: Any, name: str) -> Any:
    if type(value) is not dict or name not in value:
        raise BrokenRules
    return value[name]


def _number(value: Any) -> int:
    if type(value) is not int or not -MAX_NUMBER <= value <= MAX_NUMBER:
        raise BrokenRules
    return value


def _line(value: Any) -> int | None:
    return None if value is None else _number(value)


def _refuse(_: str) -> Never:
    raise ValueError("not a number of JSON")
