"""One confined child, seen from the zygote: from its fork to the figures of its job."""

from __future__ import annotations

import os
import time
from typing import Any

from runner.confined_fork import ChildSettings, fork_confined
from runner.confinement import WORK_FOLDER
from runner.leash import Leash
from runner.relay import Relay
from runner.work_folder import make_work_folder, remove_work_folder


class Child:
    def __init__(self, settings: ChildSettings) -> None:
        self._limits = settings.limits
        self._started = time.monotonic()
        self._own_folder = None if settings.features.namespaces else make_work_folder()
        forked = fork_confined(settings, self._own_folder or WORK_FOLDER)
        self.leash = Leash(forked.process, forked.exit_descriptor)
        self.relay = Relay(forked, self.leash, settings)

    def descriptors(self) -> list[int]:
        return [self.relay.channel, self.leash.exit_descriptor, *self.relay.outputs]

    def end(self, stdout: int) -> dict[str, Any]:
        """Ends the process if it still lives, forwards what it left, and gives the figures of the job."""
        killed_by_us = not self.leash.has_exited()
        if killed_by_us:
            self.leash.kill()
        status, usage = self.leash.wait()
        if self.leash.limit is None:
            self.relay.forward_frames(stdout)
        for descriptor in self.relay.outputs:
            self.relay.forward_output(descriptor, stdout)
        cpu_seconds = usage.ru_utime + usage.ru_stime
        signal_number = os.WTERMSIG(status) if os.WIFSIGNALED(status) and not killed_by_us else None
        limit = self.leash.limit
        if limit is None and signal_number and cpu_seconds >= self._limits.cpu_seconds:
            limit = "time"
        return {
            "confined": self.relay.confined,
            "limit": limit,
            "signal": signal_number if limit is None else None,
            "exit": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
            "cpu_ms": round(cpu_seconds * 1000, 1),
            "wall_ms": round((time.monotonic() - self._started) * 1000, 1),
            "rss_kb": usage.ru_maxrss,
        }

    def destroy(self) -> None:
        """Frees everything the child had, whether or not it ended well."""
        self.leash.destroy()
        self.relay.close()
        if self._own_folder:
            remove_work_folder(self._own_folder)
