"""A checker's process does several jobs, one after the other."""

from __future__ import annotations

import socket
import sys
import unittest
from unittest import mock

from runner import checker_main
from runner.checker_main import MOST_JOBS, MOST_SECONDS, serve
from runner.frames import HEADER


class Again(unittest.TestCase):
    def test_it_does_not_ask_for_another_job_when_it_is_about_to_end(self) -> None:
        """Else the next job may be given to a process that is leaving."""
        jobs, asked = _serve(MOST_JOBS, seconds=0.0)
        self.assertEqual(jobs, MOST_JOBS)
        self.assertEqual(asked, HEADER.pack(b"N", 0) * (MOST_JOBS - 1))

    def test_it_asks_for_no_other_job_when_it_has_used_its_time(self) -> None:
        """Else the limit of the process would end a job that is not to blame."""
        jobs, asked = _serve(1, seconds=MOST_SECONDS + 0.1)
        self.assertEqual((jobs, asked), (1, b""))


def _serve(offered: int, *, seconds: float) -> tuple[int, bytes]:
    """How many jobs of those offered were done, and what was said, by a process that has used so many seconds."""
    zygote, channel = socket.socketpair()
    zygote.sendall(b"x" * offered)
    zygote.shutdown(socket.SHUT_WR)
    streams = sys.stdin, sys.stdout
    try:
        # this process has used the time of all the tests before: it may be more than a checker has
        with (
            mock.patch.object(checker_main, "_check", return_value=True) as check,
            mock.patch("runner.checker_main.time.process_time", return_value=seconds),
        ):
            serve(channel.fileno())
    finally:
        sys.stdin, sys.stdout = streams
    channel.close()
    asked = zygote.recv(10_000)
    zygote.close()
    return check.call_count, asked


if __name__ == "__main__":
    unittest.main()
