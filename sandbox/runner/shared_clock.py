"""How long a program has been waited for, in memory that two containers share: the checks write it, the zygote reads it."""

from __future__ import annotations

import mmap
import os
from time import monotonic_ns

SIZE = 8


def make_shared_clock() -> int:
    """The descriptor of a new clock, for the other side as well. It stands still at 0."""
    descriptor = os.memfd_create("clock", os.MFD_CLOEXEC)
    os.ftruncate(descriptor, SIZE)
    return descriptor


class SharedClock:
    """One number, so that no reader finds it half written: while the clock runs, the moment at which it would have begun
    had it never stood still; while it stands, its time below zero. Nanoseconds of CLOCK_MONOTONIC.
    """

    def __init__(self, descriptor: int) -> None:
        self._memory = mmap.mmap(descriptor, SIZE)
        self._memory.madvise(mmap.MADV_DONTFORK)
        self._cell = memoryview(self._memory).cast("q")

    def seconds(self) -> float:
        value = self._cell[0]
        return (monotonic_ns() - value if value > 0 else -value) / 1e9

    def run(self) -> None:
        """Lets it go on from where it stands."""
        self._cell[0] = monotonic_ns() + self._cell[0]

    def halt(self) -> None:
        self._cell[0] -= monotonic_ns()

    def stand_at(self, seconds: float) -> None:
        self._cell[0] = -round(seconds * 1e9)

    def close(self) -> None:
        self._cell.release()
        self._memory.close()
