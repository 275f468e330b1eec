"""Reads what Flask keeps in its session cookie. It is signed, not hidden, so no key is needed."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

#: more than a browser keeps of one cookie, and no bomb
MAX_BYTES = 64 * 1024
#: how Flask marks what JSON has no word for: tuple, bytes, Markup, UUID, datetime, and a dict that looks like one of these
_TAGS = {" t", " b", " m", " u", " d", " di"}


def read_session(cookie: str) -> dict[str, Any] | None:
    """The data in the value of a session cookie; None when it is none. Whoever sent it may have made it up."""
    compressed = cookie.startswith(".")
    payload = cookie[1:].split(".")[0] if compressed else cookie.split(".")[0]
    try:
        data = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
        if compressed:
            data = zlib.decompressobj().decompress(data, MAX_BYTES)
        read = json.loads(data, object_hook=_untag)
    except (ValueError, RecursionError, zlib.error):
        return None
    return read if isinstance(read, dict) else None


def _untag(value: dict[str, Any]) -> Any:
    """A tuple comes as the list it was made of, everything else as its text."""
    if len(value) == 1:
        ((tag, inner),) = value.items()
        if tag in _TAGS:
            return inner
    return value
