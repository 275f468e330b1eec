"""The long-lived parent in a container: everything imported once, one confined child per job.

It reads frames from standard input and writes frames to standard output (sandbox/contract/README.md lists them). The
payloads that pass between Node and the child are opaque to it: they go through fixed buffers that are wiped after each
job, so that the next child, which is a copy of this process, finds nothing of the one before.

While no job runs, the next child already waits, confined: a job does not wait for its fork.
"""

from __future__ import annotations

import gc
import json
import os
import select
import sys
import time
from collections.abc import Callable
from typing import Any

from runner.child import Child
from runner.confined_fork import ChildSettings
from runner.confinement import Limits, probe_features
from runner.frames import HEADER, MAX_FRAME_TO_CHILD, FrameTooLong, StreamClosed, read_exactly, write_frame

CONTRACT = 1
STDIN, STDOUT = 0, 1


class Zygote:
    def __init__(self, *, serve: Callable[[int], None], limits: Limits, one_answer_each: bool) -> None:
        self._settings = ChildSettings(serve=serve, limits=limits, features=probe_features(), one_answer_each=one_answer_each)
        self._incoming = bytearray(MAX_FRAME_TO_CHILD)
        self._used = 0
        self._poll = select.poll()
        self._poll.register(STDIN, select.POLLIN)
        self._child: Child | None = None
        self._running = False

    def run(self, versions: dict[str, Any]) -> None:
        """Serves until standard input ends."""
        gc.collect()
        gc.freeze()
        self._spawn()
        features = self._settings.features
        ready = {"v": CONTRACT, "type": "ready", "namespaces": features.namespaces, "landlock": features.landlock, **versions}
        write_frame(STDOUT, b"R", json.dumps(ready).encode())
        try:
            while True:
                self._step()
        except StreamClosed:
            if self._child:
                self._child.destroy()

    def _step(self) -> None:
        child = self._child
        for descriptor, _ in self._poll.poll(_patience(child) if child and self._running else None):
            if descriptor == STDIN:
                self._take_frame()
                return  # the child may be another one now
            if child and descriptor in child.relay.outputs:
                child.relay.forward_output(descriptor, STDOUT)
            elif child and descriptor == child.relay.channel:
                child.relay.forward_frames(STDOUT)
            elif child and descriptor == child.leash.exit_descriptor:
                self._finish()
                return
        if child and self._running:
            child.leash.enforce_deadline()

    def _take_frame(self) -> None:
        head = bytearray(HEADER.size)
        read_exactly(STDIN, memoryview(head))
        kind, length = HEADER.unpack(head)
        if length > MAX_FRAME_TO_CHILD:
            raise FrameTooLong(length)
        payload = memoryview(self._incoming)[:length]
        read_exactly(STDIN, payload)
        self._used = max(self._used, length)
        if kind == b"J":
            self._start(json.loads(bytes(payload)))
        elif kind == b"D" and self._child and self._running:
            self._child.relay.send(payload, STDOUT)
        elif kind == b"E" and self._running:
            self._finish()

    def _start(self, job: dict[str, Any]) -> None:
        if self._child is None or self._child.leash.has_exited():
            self._forget_child()
            self._spawn()
        assert self._child is not None
        self._running = True
        self._child.leash.deadline = time.monotonic() + min(float(job["wall_seconds"]), self._settings.limits.wall_seconds)

    def _finish(self) -> None:
        """Ends the child, reports how it went and prepares the next one."""
        assert self._child is not None
        if not self._running:  # a waiting child died; the next job makes a new one
            self._forget_child()
            return
        report = self._child.end(STDOUT)
        self._running = False
        self._forget_child()
        self._incoming[: self._used] = bytes(self._used)
        self._used = 0
        write_frame(STDOUT, b"F", json.dumps({"v": CONTRACT, "type": "finished", **report}).encode())
        self._spawn()

    def _spawn(self) -> None:
        self._child = Child(self._settings)
        for descriptor in self._child.descriptors():
            self._poll.register(descriptor, select.POLLIN)

    def _forget_child(self) -> None:
        if self._child:
            for descriptor in self._child.descriptors():
                self._poll.unregister(descriptor)
            self._child.destroy()
        self._child = None


def _patience(child: Child) -> float:
    """Milliseconds to wait for the next event; a child that was stopped has its end announced at once."""
    return child.leash.seconds_left() * 1000 if child.leash.limit is None else 1000


def quiet_standard_streams() -> None:
    """Keeps stray prints of the parent out of the frames: they go to standard error, which Node logs."""
    sys.stdout = sys.stderr
    os.set_inheritable(STDOUT, False)
