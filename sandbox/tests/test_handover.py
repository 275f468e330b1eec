"""The line to a program changes hands: from the first answer on its clock is the checks'."""

from __future__ import annotations

import os
import select
import socket
import unittest
from types import SimpleNamespace
from typing import Any

from runner.confined_fork import Forked
from runner.confinement import Limits
from runner.frames import HEADER
from runner.relay import Relay


class Leash:
    """Notes what had been told on standard output when the clock was shared."""

    limit = None

    def __init__(self, told: int) -> None:
        self._told = told
        self.told_when_shared: bool | None = None

    def resume(self) -> None: ...

    def pause(self) -> None: ...

    def share(self, _clock: Any) -> None:
        self.told_when_shared = bool(select.select([self._told], [], [], 0)[0])


class Handover(unittest.TestCase):
    def test_the_clock_is_set_before_anybody_hears_of_the_answer(self) -> None:
        """Else the checks may let it run first, and setting it then makes it a time of hours."""
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        read_end, write_end = os.pipe()
        leash = Leash(read_end)
        settings: Any = SimpleNamespace(limits=Limits(), trusted=False)
        relay = Relay(Forked(process=0, exit_descriptor=-1, channel=ours, outputs={}), leash, settings)  # type: ignore[arg-type]
        relay._clock = SimpleNamespace(close=lambda: None)  # type: ignore[assignment]
        question = memoryview(HEADER.pack(b"D", 2) + b"{}")
        relay.send(question, write_end)
        theirs.sendall(question)
        relay.forward_frames(write_end)
        self.assertIs(leash.told_when_shared, False)
        self.assertTrue(relay.handed_over)
        self.assertEqual(os.read(read_end, 100), bytes(question))
        for end in (ours, theirs):
            end.close()
        os.close(read_end)
        os.close(write_end)


if __name__ == "__main__":
    unittest.main()
