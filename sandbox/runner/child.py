"""One confined child, seen from the zygote: from its fork to the figures of its job."""

from __future__ import annotations

import os
import time
from math import inf
from typing import Any

from runner.confined_fork import ChildSettings, fork_confined
from runner.confinement import WORK_FOLDER, Limits, limit_process, limit_processor_again
from runner.leash import Leash
from runner.relay import Relay
from runner.work_folder import make_work_folder, remove_work_folder

#: the last three bits of the number of another process's clock (include/linux/posix-timers.h)
PROCESS_CPU_CLOCK = 2
#: a slow process gets a third of the processor that a quick one beside it gets
SLOW_NICENESS = 5
LEAST_BETWEEN_LOOKS = 0.005


class Child:
    def __init__(self, settings: ChildSettings) -> None:
        self._limits = settings.limits
        self._began = time.monotonic()
        self._spent_before = 0.0
        self._waited_before = 0.0
        #: of its own time, computing or idle by its own will, after which it is no longer quick
        self._quick_seconds = inf
        self._look_at = inf
        #: of the jobs that it did; None before the first
        self._work: str | None = None
        self._own_folder = None if settings.closure.features.namespaces else make_work_folder()
        forked = fork_confined(settings, self._own_folder or WORK_FOLDER)
        self.leash = Leash(forked.process, forked.exit_descriptor)
        self.relay = Relay(forked, self.leash, settings)

    def fits(self, work: str) -> bool:
        """Whether it may do a job of this work: one that has run anything does no other."""
        return self._work is None or self._work == work != ""

    def begin(self, limits: Limits, quick_seconds: float, work: str = "") -> None:
        """The waiting process becomes a job's, with the job's limits. What it used until now is not the program's."""
        if work:
            limit_processor_again(self.leash.process, limits, used=_cpu_seconds(self.leash.process))
        else:
            limit_process(self.leash.process, limits)
        self._work = work
        self._limits = limits
        self.relay.output_bytes = limits.output_bytes
        self._began = time.monotonic()
        self._spent_before = _cpu_seconds(self.leash.process)
        self._waited_before = _seconds_in_line(self.leash.process)
        self.leash.begin(limits.wall_seconds)
        self._quick_seconds = quick_seconds
        self._look_at = self._began + quick_seconds

    def patience(self) -> float | None:
        """Milliseconds until the zygote must look at its time again; None: never. One that was stopped has its end announced at once."""
        if self.leash.limit is not None:
            return 1000
        seconds = min(self.leash.seconds_left(), self._look_at - time.monotonic())
        # a clock that stands may be about to be up without end
        return None if seconds == inf else max(LEAST_BETWEEN_LOOKS if self.relay.handed_over else 0.0, seconds) * 1000

    def became_slow(self) -> bool:
        """Whether it has just had more time of its own than a quick job has; said once, and it then makes way for others."""
        now = time.monotonic()
        if now < self._look_at or self.leash.has_exited():
            return False
        computed = _cpu_seconds(self.leash.process) - self._spent_before
        waited = _seconds_in_line(self.leash.process) - self._waited_before
        own = max(computed, self.leash.seconds_asked() - waited)
        if own < self._quick_seconds:
            self._look_at = now + max(LEAST_BETWEEN_LOOKS, self._quick_seconds - own)
            return False
        self._look_at = inf
        os.setpriority(os.PRIO_PROCESS, self.leash.process, SLOW_NICENESS)
        return True

    def usage(self) -> dict[str, Any]:
        """What the job has used until now, measured from outside. The process must not have been waited for."""
        return self._figures(_cpu_seconds(self.leash.process), _peak_memory_kb(self.leash.process))

    def _figures(self, cpu_seconds: float, memory_kb: int) -> dict[str, Any]:
        waited = (self.relay.confined_at or self._began) - self._began
        return {
            "cpu_ms": round(max(0.0, cpu_seconds - self._spent_before) * 1000, 1),
            "wall_ms": round((time.monotonic() - self._began) * 1000, 1),
            "rss_kb": memory_kb,
            "output_bytes": self.relay.printed,
            "fork_ms": round(max(0.0, waited) * 1000, 1),
        }

    def descriptors(self) -> list[int]:
        return [self.leash.exit_descriptor, *self.relay.watched()]

    def rest(self) -> dict[str, Any]:
        """Its job is done, and it waits for another; gives the figures of the one."""
        report = {"confined": True, "limit": None, "signal": None, "exit": 0, **self.usage()}
        self.leash.deadline = self._look_at = inf
        self.relay.rest()
        return report

    def end(self, stdout: int) -> dict[str, Any]:
        """Ends the process if it still lives, forwards what it left, and gives the figures of the job."""
        killed_by_us = not self.leash.has_exited()
        if killed_by_us:
            self.leash.kill()
        status, usage = self.leash.wait()
        if not self.relay.handed_over:  # else the checks read what it left, its last word before all
            if self.leash.limit is None:
                self.relay.forward_frames(stdout)
            for descriptor in self.relay.outputs:
                self.relay.forward_output(descriptor, stdout)
        cpu_seconds = usage.ru_utime + usage.ru_stime
        signal_number = os.WTERMSIG(status) if os.WIFSIGNALED(status) and not killed_by_us else None
        limit = self.leash.limit
        if limit is None and signal_number and cpu_seconds - self._spent_before >= self._limits.cpu_seconds:
            limit = "time"
        return {
            "confined": self.relay.confined_at is not None,
            "limit": limit,
            "signal": signal_number if limit is None else None,
            "exit": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
            **self._figures(cpu_seconds, usage.ru_maxrss),
        }

    def destroy(self) -> None:
        """Frees everything the child had, whether or not it ended well."""
        self.leash.destroy()
        self.relay.close()
        if self._own_folder:
            remove_work_folder(self._own_folder)


def _cpu_seconds(process: int) -> float:
    """Processor time of all threads, alive or not; by the process's own clock, as /proc counts in hundredths."""
    return time.clock_gettime((~process << 3) | PROCESS_CPU_CLOCK)


def _seconds_in_line(process: int) -> float:
    """How long it was ready to run while others had the processor (kernel documentation, scheduler/sched-stats). Where
    that is not known, as long as may be: only what a process computes counts then.
    """
    try:
        with open(f"/proc/{process}/schedstat", "rb") as figures:
            return int(figures.read().split()[1]) / 1e9
    except OSError:
        return time.monotonic()


def _peak_memory_kb(process: int) -> int:
    """Resident memory at its highest; 0 for a process that has ended."""
    with open(f"/proc/{process}/status", "rb") as status:
        for line in status:
            if line.startswith(b"VmHWM:"):
                return int(line.split()[1])
    return 0
