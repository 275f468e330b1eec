"""Cookies as a browser handles them (RFC 6265), as far as a course needs it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_ESCAPE = re.compile(r"\\(?:([0-3][0-7][0-7])|(.))")


@dataclass(frozen=True)
class SetCookie:
    """One Set-Cookie header."""

    name: str
    value: str
    #: the value as it was sent, quotes and escapes included; a browser sends exactly this back
    raw_value: str
    max_age: int | None
    expires: datetime | None
    http_only: bool
    secure: bool
    same_site: str | None
    path: str | None
    domain: str | None = None

    @property
    def deletes(self) -> bool:
        """Whether the cookie is already over when it arrives: that is how a server deletes one."""
        if self.max_age is not None:
            return self.max_age <= 0
        return self.expires is not None and self.expires <= datetime.now(UTC)


    @property
    def lasts(self) -> int | None:
        """Seconds until it ends, by Max-Age or else by Expires; None when it goes with the browser."""
        if self.max_age is not None or self.expires is None:
            return self.max_age
        return round((self.expires - datetime.now(UTC)).total_seconds())


def parse_set_cookie(header: str) -> SetCookie | None:
    """Reads a Set-Cookie header; None when it has no name."""
    first, *rest = header.split(";")
    name, equals, raw_value = first.strip().partition("=")
    if not equals or not name.strip():
        return None
    attributes: dict[str, str] = {}
    for part in rest:
        key, _, value = part.strip().partition("=")
        attributes[key.strip().lower()] = value.strip()
    return SetCookie(
        name=name.strip(),
        value=_unquote(raw_value.strip()),
        raw_value=raw_value.strip(),
        max_age=_whole_number(attributes.get("max-age")),
        expires=_date(attributes.get("expires")),
        http_only="httponly" in attributes,
        secure="secure" in attributes,
        same_site=attributes.get("samesite"),
        path=attributes.get("path"),
        domain=attributes.get("domain"),
    )


def _whole_number(text: str | None) -> int | None:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,12}", text) else None


def _date(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        date = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def _unquote(raw: str) -> str:
    """Undoes the quoting that Werkzeug applies to values with spaces, commas or letters beyond ASCII."""
    if len(raw) < 2 or not (raw.startswith('"') and raw.endswith('"')):
        return raw
    inner = _ESCAPE.sub(lambda match: chr(int(match[1], 8)) if match[1] else match[2], raw[1:-1])
    try:
        return inner.encode("latin-1").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return inner


def quote_value(value: str) -> str:
    """Writes a value the way it must stand in a Cookie header."""
    if re.fullmatch(r"[\w!#$%&'()*+\-./:<=>?@\[\]^`{|}~]*", value, re.ASCII):
        return value
    escaped = "".join(chr(byte) if 32 <= byte < 127 and byte not in b'",;\\' else f"\\{byte:03o}" for byte in value.encode())
    return f'"{escaped}"'


@dataclass
class _Kept:
    value: str
    raw_value: str
    path: str


class CookieJar:
    """The cookies a browser would keep, and would send back to a path."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], _Kept] = {}

    def receive(self, cookie: SetCookie) -> None:
        path = cookie.path if cookie.path and cookie.path.startswith("/") else "/"
        if cookie.deletes:
            self._kept.pop((cookie.name, path), None)
        else:
            self._kept[(cookie.name, path)] = _Kept(cookie.value, cookie.raw_value, path)

    def put(self, name: str, value: str) -> None:
        self._kept[(name, "/")] = _Kept(value, quote_value(value), "/")

    def drop(self, name: str) -> None:
        for key in [key for key in self._kept if key[0] == name]:
            del self._kept[key]

    def values(self) -> dict[str, str]:
        return {name: kept.value for (name, _), kept in self._kept.items()}

    def header_for(self, path: str) -> str | None:
        """The Cookie header for a request, longest path first as RFC 6265 asks; None when there is nothing to send."""
        fitting = [(name, kept) for (name, _), kept in self._kept.items() if _covers(kept.path, path)]
        fitting.sort(key=lambda pair: -len(pair[1].path))
        return "; ".join(f"{name}={kept.raw_value}" for name, kept in fitting) or None


def _covers(cookie_path: str, path: str) -> bool:
    if cookie_path == path:
        return True
    return path.startswith(cookie_path if cookie_path.endswith("/") else cookie_path + "/")
