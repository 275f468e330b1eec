"""The traffic between a child and Node: frames and output, passed on within limits and through buffers that are wiped."""

from __future__ import annotations

import os
import select
import socket
import time

from runner.buffers import private_buffer
from runner.confined_fork import ChildSettings, Forked
from runner import link
from runner.frames import HEADER, MAX_FRAME_FROM_CHILD, write_all, write_frame
from runner.leash import Leash
from runner.shared_clock import SharedClock, make_shared_clock

OUTPUT_CHUNK = 64 * 1024

# One child at a time, so one set of buffers. They are wiped when a child ends, and no child has them.
_from_child = memoryview(private_buffer(HEADER.size + MAX_FRAME_FROM_CHILD))
_output = memoryview(private_buffer(OUTPUT_CHUNK))


class Relay:
    def __init__(self, forked: Forked, leash: Leash, settings: ChildSettings) -> None:
        self._socket = forked.channel
        self._leash = leash
        #: how much may be printed; the job says so when it begins
        self.output_bytes = settings.limits.output_bytes
        self.channel = forked.channel.fileno()
        self.outputs = forked.outputs
        #: when the child said that it is confined
        self.confined_at: float | None = None
        #: what a child may say here; a trusted one says the rest to Node itself, and here that its job is done
        self._letters = (b"C", b"N") if settings.trusted else (b"C", b"D")
        #: whether a trusted child is done with its job and waits for another
        self.done = False
        self._credits = 0
        self._received = 0
        self._most_received = 0
        #: bytes printed so far, both streams
        self.printed = 0
        self._most_printed = 0
        #: the checks' clock, once they have been given the line
        self._clock: SharedClock | None = None
        #: whether the program is asked by the checks themselves now, and nothing passes through here any more
        self.handed_over = False

    def watched(self) -> list[int]:
        """What there is to read here."""
        return [] if self.handed_over else [self.channel, *self.outputs]

    def offer_line(self, to: str, word: str) -> bool:
        """Gives the zygote of that name what the program is asked by. It is the other's from the first answer on, which
        is still passed on here. False where containers cannot reach each other.
        """
        clock = make_shared_clock()
        try:
            link.offer(to, word, [self.channel, *self.outputs, clock])
        except OSError:
            return False
        else:
            self._clock = SharedClock(clock)
        finally:
            os.close(clock)
        return True

    def pass_on(self, descriptors: list[int]) -> None:
        """Gives them to a trusted child, and lets go of them."""
        try:
            socket.send_fds(self._socket, [b"x"], descriptors)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it has ended; its exit descriptor tells the rest
        for descriptor in descriptors:
            os.close(descriptor)

    def hand_over(self) -> None:
        """Tells a trusted child that from now on the container's streams are its own."""
        try:
            self._socket.send(b"x")
        except (BrokenPipeError, ConnectionResetError):
            return  # it has ended; its exit descriptor tells the rest

    def send(self, frame: memoryview, stdout: int) -> None:
        """Gives the child one frame, header and all; while it does not read, its output is still taken, until the deadline."""
        self._credits += 1
        self._leash.resume()
        rest = frame
        while rest and self._leash.limit is None:
            try:
                rest = rest[self._socket.send(rest) :]
            except BlockingIOError:
                self._wait_until_it_reads(stdout)
            except (BrokenPipeError, ConnectionResetError):
                return  # it has ended; its exit descriptor tells the rest

    def _wait_until_it_reads(self, stdout: int) -> None:
        readable, _, _ = select.select(list(self.outputs), [self.channel], [], self._leash.seconds_left())
        for descriptor in readable:
            self.forward_output(descriptor, stdout)
        self._leash.enforce_deadline()

    def forward_output(self, descriptor: int, stdout: int) -> None:
        """Passes on what the program printed, up to the limit; more of it ends the job."""
        while True:
            try:
                count = os.readv(descriptor, [_output])
            except BlockingIOError:
                return
            if count == 0:
                return
            self._most_printed = max(self._most_printed, count)
            room = self.output_bytes - self.printed
            self.printed += count
            if room > 0:
                write_frame(stdout, self.outputs[descriptor], _output[: min(count, room)])
            if count > room:
                self._leash.stop("output")
                return

    def forward_frames(self, stdout: int) -> None:
        """Passes on whole frames of the child. What it printed before it answered goes first."""
        while True:
            room = len(_from_child) - self._received
            try:
                count = self._socket.recv_into(_from_child[self._received :])
            except (BlockingIOError, ConnectionResetError):
                return
            if count == 0:
                return
            self._received += count
            self._most_received = max(self._most_received, self._received)
            if not self._forward_whole_frames(stdout):
                self._leash.stop("protocol")
                return
            if count < room:
                return  # that was all there is for now

    def _forward_whole_frames(self, stdout: int) -> bool:
        """False when the child broke the rules: an unknown letter, too much, or an answer nobody asked for."""
        position = begin = 0
        while self._received - position >= HEADER.size:
            kind, length = HEADER.unpack_from(_from_child, position)
            if length > MAX_FRAME_FROM_CHILD or kind not in self._letters:
                return False
            end = position + HEADER.size + length
            if end > self._received:
                break
            if kind == b"C":
                if self.confined_at is not None:
                    return False  # said without end, it would keep the zygote from looking at the clock
                self.confined_at = time.monotonic()
                begin = end  # said to the zygote alone; it is the first, before any answer
            elif kind == b"N":
                self.done = True
                begin = end
            else:
                if self._credits == 0:
                    return False
                self._credits -= 1
            position = end
        if position > begin:
            for descriptor in self.outputs:
                self.forward_output(descriptor, stdout)
            answered = self._credits == 0
            if answered:
                self._leash.pause()
                if self._clock:  # before the answer is out: then the checks may let it run
                    self._leash.share(self._clock)
            write_all(stdout, _from_child[begin:position])
            self.handed_over = answered and self._clock is not None
        rest = self._received - position
        if position and rest:
            _from_child[:rest] = _from_child[position : self._received]
        self._received = rest
        return True

    def rest(self) -> None:
        """Before another job."""
        self.done = False
        self.printed = 0

    def close(self) -> None:
        """Closes the zygote's ends and wipes whatever of the job passed through here."""
        self._socket.close()
        if self._clock:
            self._clock.close()
        for descriptor in self.outputs:
            os.close(descriptor)
        _from_child[: self._most_received] = bytes(self._most_received)
        _output[: self._most_printed] = bytes(self._most_printed)
