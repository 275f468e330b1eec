"""How the checks ask the program without anybody between: over the program's own channel, which its zygote handed to them.

The program at the other end is hostile. Whatever it sends is capped here and read by runner/answers.py; how long it may
take is kept by its zygote, which looks at the clock that runs here while an answer is awaited, and kills.
"""

from __future__ import annotations

import os
import select
import socket
from typing import Any

from runner.answers import BrokenRules, read_answer
from runner.frames import HEADER, MAX_FRAME_FROM_CHILD
from runner.link import DESCRIPTORS
from runner.shared_clock import SharedClock

CHUNK = 64 * 1024


class ProgramLost(Exception):
    """The program will not answer any more.

    how    closed: its channel has an end, mostly because it has ended itself; protocol: it broke the rules; output: it
           printed more than it may; stopped: it says itself that its time was up
    error  what it says of that
    """

    def __init__(self, how: str, error: dict[str, Any] | None = None) -> None:
        super().__init__(how)
        self.how = how
        self.error = error


class DirectLine:
    """Takes over the line that the checker's zygote passes on; waits for it.

    output_bytes  how much the program may still print
    """

    def __init__(self, zygote: int, *, output_bytes: int) -> None:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0, fileno=os.dup(zygote)) as from_zygote:
            _, descriptors, _, _ = socket.recv_fds(from_zygote, 1, DESCRIPTORS)
        self._channel, self._stdout, self._stderr, clock = descriptors
        self._clock = SharedClock(clock)
        os.close(clock)
        self._room = output_bytes
        #: by descriptor, since the last take_printed()
        self._printed: dict[int, bytearray] = {self._stdout: bytearray(), self._stderr: bytearray()}
        self._poll = select.poll()
        for descriptor in (self._channel, self._stdout, self._stderr):
            self._poll.register(descriptor, select.POLLIN)

    def ask(self, frame: bytes, *, kind: str, number: int) -> dict[str, Any]:
        """Sends a question, a whole frame, and gives the answer to it. @raises ProgramLost"""
        if self._look(0):  # it may not speak before it is asked
            raise ProgramLost("protocol" if self._receive() else "closed")
        self._clock.run()
        self._send(frame)
        payload = self._receive_frame()
        self._clock.halt()
        try:
            answer = read_answer(payload, kind=kind, number=number)
        except BrokenRules:
            raise ProgramLost("protocol") from None
        if answer["type"] == "stopped":
            raise ProgramLost("stopped", answer["error"])
        return answer

    def take_printed(self) -> tuple[bytes, bytes]:
        """What was printed since the last call, on standard output and on standard error."""
        taken = bytes(self._printed[self._stdout]), bytes(self._printed[self._stderr])
        for text in self._printed.values():
            text.clear()
        return taken

    def close(self) -> None:
        """Lets go of the line."""
        for descriptor in (self._channel, self._stdout, self._stderr):
            os.close(descriptor)
        self._clock.close()

    def _look(self, milliseconds: int | None) -> bool:
        """Waits for something; takes what was printed. Whether there is something to receive, too."""
        speaks = False
        for descriptor, _ in self._poll.poll(milliseconds):
            if descriptor == self._channel:
                speaks = True
            else:
                self._take_output(descriptor)
        return speaks

    def _take_output(self, descriptor: int) -> None:
        while True:
            try:
                chunk = os.read(descriptor, CHUNK)
            except BlockingIOError:
                return
            if not chunk:
                self._poll.unregister(descriptor)
                return
            self._printed[descriptor] += chunk[: self._room]
            self._room -= len(chunk)
            if self._room < 0:
                self._room = 0
                raise ProgramLost("output")
            if len(chunk) < CHUNK:
                return

    def _send(self, frame: bytes) -> None:
        rest = memoryview(frame)
        while rest:
            try:
                rest = rest[os.write(self._channel, rest) :]
            except BlockingIOError:  # it does not read; what it prints meanwhile is taken, until its time is up
                self._poll.modify(self._channel, select.POLLOUT)
                self._look(None)
                self._poll.modify(self._channel, select.POLLIN)
            except (BrokenPipeError, ConnectionResetError):
                raise self._closed() from None

    def _receive_frame(self) -> bytearray:
        """The payload of the one frame that may come. What was printed before it has then been taken."""
        received = bytearray()
        while True:
            if not self._look(None):
                continue
            chunk = self._receive()
            if not chunk:
                raise self._closed()
            received += chunk
            if len(received) < HEADER.size:
                continue
            kind, length = HEADER.unpack_from(received)
            end = HEADER.size + length
            if kind != b"D" or length > MAX_FRAME_FROM_CHILD or len(received) > end:
                raise ProgramLost("protocol")
            if len(received) == end:
                return received[HEADER.size :]

    def _receive(self) -> bytes:
        """Nothing: it has come to its end."""
        try:
            return os.read(self._channel, CHUNK)
        except ConnectionResetError:
            return b""

    def _closed(self) -> ProgramLost:
        """Its clock runs on: when only the channel is closed, the zygote ends the rest at the deadline."""
        self._look(0)
        return ProgramLost("closed")
