"""Turns what a check wants to send into a request body and its content type."""

from __future__ import annotations

import json as json_module
import mimetypes
from typing import Any
from urllib.parse import urlencode

#: fixed, so that the same seed sends the same bytes
BOUNDARY = "coursewright-boundary-5b9e1c"

#: what a check may hand in per file: the bytes, or (name, bytes), or (name, bytes, content type)
FilePart = bytes | tuple[str, bytes] | tuple[str, bytes, str]


def encode_body(*, data: dict[str, Any] | bytes | str | None, json: Any, files: dict[str, Any] | None) -> tuple[bytes, str | None]:
    """Gives the body and its content type (None when there is no body)."""
    if json is not None:
        return json_module.dumps(json).encode(), "application/json"
    if files is not None:
        fields = data if isinstance(data, dict) else {}
        return _multipart(fields, files), f"multipart/form-data; boundary={BOUNDARY}"
    if isinstance(data, bytes):
        return data, None
    if isinstance(data, str):
        return data.encode(), None
    if data is not None:
        return urlencode(data, doseq=True, errors="replace").encode(), "application/x-www-form-urlencoded"
    return b"", None


def _multipart(fields: dict[str, Any], files: dict[str, Any]) -> bytes:
    values = [(name, value) for name, given in fields.items() for value in (given if isinstance(given, list) else [given])]
    parts = [_part(f'form-data; name="{name}"', None, str(value).encode()) for name, value in values]
    for name, given in files.items():
        for file in given if isinstance(given, list) else [given]:
            filename, content, content_type = _file(name, file)
            disposition = f'form-data; name="{name}"; filename="{_quoted(filename)}"'
            parts.append(_part(disposition, content_type, content))
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


def _file(field: str, file: FilePart) -> tuple[str, bytes, str]:
    if isinstance(file, bytes):
        return field, file, "application/octet-stream"
    if len(file) == 2:
        filename, content = file
        return filename, content, mimetypes.guess_type(filename)[0] or "application/octet-stream"
    return file


def _part(disposition: str, content_type: str | None, content: bytes) -> bytes:
    head = f"--{BOUNDARY}\r\nContent-Disposition: {disposition}\r\n"
    if content_type:
        head += f"Content-Type: {content_type}\r\n"
    return head.encode() + b"\r\n" + content + b"\r\n"


def _quoted(filename: str) -> str:
    """Browsers write a quote or line break in a file name this way."""
    return filename.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
