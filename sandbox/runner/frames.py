"""Length-prefixed frames over a stream: one letter, four bytes of length (big endian), the payload.

The letters between Node and a container, and what their payload is, are listed in sandbox/contract/README.md.
"""

from __future__ import annotations

import os
import struct

HEADER = struct.Struct(">cI")

#: Node → child; generous enough for an upload that must be refused as too large
MAX_FRAME_TO_CHILD = 8 * 1024 * 1024
#: child → Node; an HTTP body of 512 KB in base64, with room for headers
MAX_FRAME_FROM_CHILD = 1024 * 1024


class StreamClosed(Exception):
    """The other side is gone."""


class FrameTooLong(Exception):
    """The other side announced more than it may send."""


def read_exactly(descriptor: int, view: memoryview) -> None:
    """Fills the view from a blocking descriptor."""
    filled = 0
    while filled < len(view):
        count = os.readv(descriptor, [view[filled:]])
        if count == 0:
            raise StreamClosed
        filled += count


def read_frame(descriptor: int, limit: int) -> tuple[bytes, bytes]:
    """Reads one whole frame from a blocking descriptor: its letter and its payload."""
    head = bytearray(HEADER.size)
    read_exactly(descriptor, memoryview(head))
    kind, length = HEADER.unpack(head)
    if length > limit:
        raise FrameTooLong(length)
    payload = bytearray(length)
    read_exactly(descriptor, memoryview(payload))
    return kind, bytes(payload)


def write_frame(descriptor: int, kind: bytes, payload: bytes | memoryview) -> None:
    """Writes one whole frame to a blocking descriptor."""
    head = HEADER.pack(kind, len(payload))
    sent = os.writev(descriptor, [head, payload])
    # a view, not a copy: a copy would stay behind in the zygote's memory
    rest = memoryview(payload)[max(0, sent - len(head)) :]
    if sent < len(head):
        raise StreamClosed
    write_all(descriptor, rest)


def write_all(descriptor: int, rest: memoryview) -> None:
    """Writes all of it to a blocking descriptor."""
    while rest:
        rest = rest[os.write(descriptor, rest) :]
