"""A checker's process does several jobs, one after the other."""

from __future__ import annotations

import socket
import sys
import unittest
from unittest import mock

from runner import checker_main
from runner.checker_main import MOST_JOBS, serve
from runner.frames import HEADER


class Again(unittest.TestCase):
    def test_it_does_not_ask_for_another_job_when_it_is_about_to_end(self) -> None:
        """Else the next job may be given to a process that is leaving."""
        zygote, channel = socket.socketpair()
        zygote.sendall(b"x" * (MOST_JOBS + 5))
        streams = sys.stdin, sys.stdout
        try:
            with mock.patch.object(checker_main, "_check", return_value=True) as check:
                serve(channel.fileno())
        finally:
            sys.stdin, sys.stdout = streams
        channel.close()
        self.assertEqual(check.call_count, MOST_JOBS)
        asked = zygote.recv(10_000)
        zygote.close()
        self.assertEqual(asked, HEADER.pack(b"N", 0) * (MOST_JOBS - 1))


if __name__ == "__main__":
    unittest.main()
