"""The zygote's hold on a child: its deadline, the limit it hit, and the kill."""

from __future__ import annotations

import os
import select
import signal
import time
from typing import Any

from runner.shared_clock import SharedClock


class Leash:
    def __init__(self, process: int, exit_descriptor: int) -> None:
        self.process = process
        self.exit_descriptor = exit_descriptor
        self.deadline = float("inf")
        #: what is left of its time while nobody waits for it
        self._left: float | None = None
        self._shared: SharedClock | None = None
        self._wall_seconds = float("inf")
        #: the first limit that was hit; the process has been killed then
        self.limit: str | None = None

    def begin(self, wall_seconds: float) -> None:
        self._wall_seconds = wall_seconds
        self.deadline = time.monotonic() + wall_seconds

    def share(self, clock: SharedClock) -> None:
        """From now on the checks say when its time runs. Nobody waits for it now."""
        clock.stand_at(self.seconds_asked())
        self._shared = clock

    def has_exited(self) -> bool:
        return bool(select.select([self.exit_descriptor], [], [], 0)[0])

    def seconds_left(self) -> float:
        if self._shared:
            return max(0.0, self._wall_seconds - self._shared.seconds())
        return max(0.0, self.deadline - time.monotonic())

    def seconds_asked(self) -> float:
        """How much of its time has run: as long as somebody waited for it."""
        return self._wall_seconds - (self._left if self._left is not None and not self._shared else self.seconds_left())

    def pause(self) -> None:
        """Stops its clock: it has answered, and what others do now is not its time."""
        if self._left is None:
            self._left, self.deadline = self.deadline - time.monotonic(), float("inf")

    def resume(self) -> None:
        """Lets its clock go on: somebody waits for it."""
        if self._left is not None:
            self._left, self.deadline = None, time.monotonic() + self._left

    def enforce_deadline(self) -> None:
        if self.seconds_left() <= 0:
            self.stop("time")

    def stop(self, limit: str) -> None:
        """Kills the process for a limit; only the first counts."""
        if self.limit is None:
            self.limit = limit
            self.kill()

    def kill(self) -> None:
        try:
            signal.pidfd_send_signal(self.exit_descriptor, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def wait(self) -> tuple[int, Any]:
        """Waits for the end of the process: its status and what it used."""
        _, status, usage = os.wait4(self.process, 0)
        self.process = 0
        return status, usage

    def destroy(self) -> None:
        """Makes sure that the process is gone, and lets go of it."""
        if self.process:
            self.kill()
            self.wait()
        os.close(self.exit_descriptor)
