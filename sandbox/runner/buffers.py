"""Memory of the zygote's own that its children do not get, not even as a copy."""

from __future__ import annotations

import mmap


def private_buffer(size: int) -> mmap.mmap:
    """Zeros, without a page behind them until they are written. In a child this memory is simply not there."""
    buffer = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    buffer.madvise(mmap.MADV_DONTFORK)
    return buffer
