"""The long-lived parent in a container: everything imported once, one confined child per job.

It reads frames from standard input and writes frames to standard output (sandbox/contract/README.md lists them). The
payloads that pass between Node and the child are opaque to it: they go through fixed buffers that are wiped after each
job and that no child inherits, so that the next child, a copy of this process, finds nothing of the one before.

While no job runs, the next child already waits, confined: a job does not wait for its fork.
"""

from __future__ import annotations

import gc
import json
import os
import select
import sys
from collections.abc import Callable
from dataclasses import replace
from math import inf
from typing import Any

from runner.buffers import private_buffer
from runner.child import Child
from runner.confined_fork import ChildSettings
from runner.confinement import Limits, limits_of_job, prepare, probe_features
from runner.frames import HEADER, MAX_FRAME_TO_CHILD, FrameTooLong, StreamClosed, write_frame
from runner.immortal import make_immortal
from runner.link import open_door

CONTRACT = 1
STDIN, STDOUT = 0, 1


class Zygote:
    """See run().

    serve            what a child does once it is confined
    trusted          the children run the author's code, not a learner's: Landlock and the filter keep them where they
                     are, and namespaces of their own, which take longest to make, are left out. A child talks with Node
                     itself while its job runs, and reads what would end it (`E`); the zygote keeps to its deadline. Such
                     a child may do several jobs of the same work, one after the other
    """

    def __init__(self, *, serve: Callable[[int], None], limits: Limits, trusted: bool) -> None:
        features = probe_features()
        if trusted and features.landlock:
            features = replace(features, namespaces=False)
        self._closure = prepare(features, trusted=trusted)
        self._settings = ChildSettings(serve=serve, limits=limits, closure=self._closure, trusted=trusted)
        self._incoming = memoryview(private_buffer(HEADER.size + MAX_FRAME_TO_CHILD))
        self._filled = 0  # with what has been read and not yet obeyed
        self._used = 0  # the most there was in it during this job
        self._poll = select.poll()
        self._poll.register(STDIN, select.POLLIN)
        self._child: Child | None = None
        self._running = False
        #: where a program's line is brought for the checks to ask by, and the word that tells it is of this job
        self._door = open_door() if trusted else None
        self._word = ""

    def run(self, versions: dict[str, Any]) -> None:
        """Serves until standard input ends."""
        gc.collect()
        make_immortal()
        gc.freeze()
        self._spawn()
        features = self._closure.features
        self._say(b"R", {"v": CONTRACT, "type": "ready", "namespaces": features.namespaces, "landlock": features.landlock, **versions})
        try:
            while True:
                self._step()
        except StreamClosed:
            if self._child:
                self._child.destroy()

    def _step(self) -> None:
        child = self._child
        for descriptor, _ in self._poll.poll(child.patience() if child and self._running else None):
            if descriptor == STDIN:
                self._take_frames()
                return  # the child may be another one now
            if child and self._door and descriptor == self._door.descriptor:
                self._take_line(child)
            elif child and descriptor not in child.descriptors():
                continue  # handed over a moment ago
            elif child and descriptor in child.relay.outputs:
                child.relay.forward_output(descriptor, STDOUT)
            elif child and descriptor == child.relay.channel:
                self._forward_frames(child)
            elif child and descriptor == child.leash.exit_descriptor:
                self._finish()
                return
        if child and self._running:
            child.leash.enforce_deadline()
            if child.became_slow():
                self._say(b"S", {})

    def _take_frames(self) -> None:
        count = os.readv(STDIN, [self._incoming[self._filled : self._most_to_read()]])
        if count == 0:
            raise StreamClosed
        self._filled += count
        self._used = max(self._used, self._filled)
        position = 0
        while self._filled - position >= HEADER.size:
            kind, length = HEADER.unpack_from(self._incoming, position)
            if length > MAX_FRAME_TO_CHILD:
                raise FrameTooLong(length)
            end = position + HEADER.size + length
            if end > self._filled:
                break
            self._obey(kind, self._incoming[position:end])
            position = end
        rest = self._filled - position
        if position and rest:
            self._incoming[:rest] = self._incoming[position : self._filled]
        self._filled = rest
        if not self._running:
            self._wipe()

    def _most_to_read(self) -> int:
        """Of a trusted child's stream no byte after the frame that starts its job."""
        if not self._settings.trusted:
            return len(self._incoming)
        return HEADER.size + (HEADER.unpack_from(self._incoming)[1] if self._filled >= HEADER.size else 0)

    def _wipe(self) -> None:
        """Forgets what has been obeyed."""
        self._incoming[self._filled : self._used] = bytes(self._used - self._filled)
        self._used = self._filled

    def _obey(self, kind: bytes, frame: memoryview) -> None:
        if kind == b"J":
            self._start(json.loads(bytes(frame[HEADER.size :])))
        elif kind == b"D" and self._child and self._running:
            self._child.relay.send(frame, STDOUT)
        elif kind == b"L" and self._child and self._running:
            self._say(b"K", {"linked": self._child.relay.offer_line(**json.loads(bytes(frame[HEADER.size :])))})
        elif kind == b"E" and self._child and self._running:
            used = self._child.usage()
            if used["rss_kb"]:  # else it has just ended by itself, and only the report of its end knows
                self._say(b"U", used)
            self._finish()

    def _start(self, job: dict[str, Any]) -> None:
        work = job.get("work", "")
        if self._child is None or self._child.leash.has_exited() or not self._child.fits(work):
            self._forget_child()
            self._spawn()
        assert self._child is not None
        self._running = True
        self._child.begin(limits_of_job(self._settings.limits, job), quick_seconds=job.get("quick_ms", inf) / 1000, work=work)
        if self._settings.trusted:
            self._poll.unregister(STDIN)
            self._child.relay.hand_over()
            self._word = job.get("word", "")
            if self._door and self._word:
                self._poll.register(self._door.descriptor, select.POLLIN)

    def _forward_frames(self, child: Child) -> None:
        watched = child.relay.watched()
        child.relay.forward_frames(STDOUT)
        if child.relay.done and self._running:
            self._take_rest(child)
        if child.relay.handed_over:
            for descriptor in watched:
                self._poll.unregister(descriptor)

    def _take_line(self, child: Child) -> None:
        assert self._door is not None
        line = self._door.take(self._word)
        if line:
            child.relay.pass_on(line)
            self._close_door()

    def _close_door(self) -> None:
        """One line for each job; what else comes waits for the next, and is refused then."""
        if self._door and self._word:
            self._poll.unregister(self._door.descriptor)
            self._word = ""

    def _finish(self) -> None:
        """Ends the child, reports how it went and prepares the next one."""
        assert self._child is not None
        if not self._running:  # a waiting child died; the next job makes a new one
            self._forget_child()
            return
        report = self._child.end(STDOUT)
        self._forget_child()
        self._report(report)
        self._spawn()

    def _take_rest(self, child: Child) -> None:
        """A trusted child is done with its job, and waits for the next of the same work."""
        self._report(child.rest())

    def _report(self, report: dict[str, Any]) -> None:
        self._running = False
        if self._settings.trusted:
            self._poll.register(STDIN, select.POLLIN)
            self._close_door()
        self._wipe()
        self._say(b"F", {"v": CONTRACT, "type": "finished", **report})

    def _say(self, kind: bytes, message: dict[str, Any]) -> None:
        write_frame(STDOUT, kind, json.dumps(message).encode())

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


def quiet_standard_streams() -> None:
    """Keeps stray prints of the parent out of the frames: they go to standard error, which Node logs."""
    sys.stdout = sys.stderr
    os.set_inheritable(STDOUT, False)
