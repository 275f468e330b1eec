"""One confined child, seen from the zygote."""

from __future__ import annotations

import gc
import os
import select
import shutil
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from runner import linux
from runner.confinement import CHANNEL, NAMESPACES, WORK_FOLDER, Features, Limits, confine, write_id_maps
from runner.frames import HEADER, MAX_FRAME_FROM_CHILD, write_frame

#: exit status of a child that could not be confined; it has not seen any program then
NOT_CONFINED = 97
#: exit status of a child that had not even the memory left to say so
OUT_OF_MEMORY = 98
OUTPUT_CHUNK = 64 * 1024

# One child at a time, so one set of buffers. They are wiped when a child ends.
_from_child = bytearray(HEADER.size + MAX_FRAME_FROM_CHILD)
_output = bytearray(OUTPUT_CHUNK)


@dataclass(frozen=True)
class ChildSettings:
    #: what the child does once confined, given its channel
    serve: Callable[[int], None]
    limits: Limits
    features: Features
    #: whether the child may speak only when asked; true for the learner's side, which is not trusted
    one_answer_each: bool


class Child:
    def __init__(self, settings: ChildSettings) -> None:
        self._settings = settings
        self._started = time.monotonic()
        self.deadline = float("inf")
        self._limit: str | None = None
        self._confined = False
        self._credits = 0
        self._received = 0
        self._most_received = 0
        self._printed = 0
        self._exit: dict[str, Any] | None = None
        self._work_folder = WORK_FOLDER if settings.features.namespaces else _make_folder()
        self._fork()

    # ---- life ----

    def _fork(self) -> None:
        ours, theirs = socket.socketpair()
        out_read, out_write = os.pipe()
        error_read, error_write = os.pipe()
        go_read, go_write = os.pipe()
        namespaces = self._settings.features.namespaces
        self._process = linux.fork_into(NAMESPACES) if namespaces else os.fork()
        if self._process == 0:
            ours.close()
            os.close(go_write)
            self._become_child(theirs.fileno(), out_write, error_write, go_read)
        theirs.close()
        for descriptor in (out_write, error_write, go_read):
            os.close(descriptor)
        try:
            if namespaces:
                write_id_maps(self._process)
            os.write(go_write, b"x")
        except OSError:
            pass  # the child reads the end of the pipe and exits unconfined
        os.close(go_write)
        ours.setblocking(False)
        self._socket = ours
        self.channel = ours.fileno()
        self.outputs = {out_read: b"O", error_read: b"X"}
        for descriptor in self.outputs:
            os.set_blocking(descriptor, False)
        self.exit_descriptor = os.pidfd_open(self._process)

    def _become_child(self, channel: int, stdout: int, stderr: int, go: int) -> None:
        """Never returns, whatever happens: this process must not go on as a second zygote."""
        status = NOT_CONFINED
        try:
            if os.read(go, 1) != b"x":
                return
            confine(
                features=self._settings.features,
                limits=self._settings.limits,
                channel=channel,
                stdout=stdout,
                stderr=stderr,
                work_folder=self._work_folder,
            )
            write_frame(CHANNEL, b"C", b"")
            status = 1
            gc.enable()
            self._settings.serve(CHANNEL)
            status = 0
        except MemoryError:
            status = OUT_OF_MEMORY
        except BaseException as error:  # noqa: BLE001
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
        finally:
            os._exit(status)

    def descriptors(self) -> list[int]:
        return [self.channel, self.exit_descriptor, *self.outputs]

    def has_exited(self) -> bool:
        return bool(select.select([self.exit_descriptor], [], [], 0)[0])

    def milliseconds_left(self) -> float:
        return max(0.0, (self.deadline - time.monotonic()) * 1000) if self._limit is None else 1000

    def enforce_deadline(self) -> None:
        if time.monotonic() >= self.deadline:
            self._stop("time")

    def _stop(self, limit: str) -> None:
        if self._limit is None:
            self._limit = limit
            self._kill()

    def _kill(self) -> None:
        try:
            signal.pidfd_send_signal(self.exit_descriptor, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def end(self, stdout: int) -> dict[str, Any]:
        """Ends the process if it still lives, forwards what it left, and gives the figures of the job."""
        killed_by_us = not self.has_exited()
        if killed_by_us:
            self._kill()
        _, status, usage = os.wait4(self._process, 0)
        self._process = 0
        if self._limit is None:
            self.forward_frames(stdout)
        for descriptor in self.outputs:
            self.forward_output(descriptor, stdout)
        cpu_seconds = usage.ru_utime + usage.ru_stime
        signal_number = os.WTERMSIG(status) if os.WIFSIGNALED(status) and not killed_by_us else None
        if self._limit is None and signal_number and cpu_seconds >= self._settings.limits.cpu_seconds:
            self._limit = "time"
        return {
            "confined": self._confined,
            "limit": self._limit,
            "signal": signal_number if self._limit is None else None,
            "exit": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
            "cpu_ms": round(cpu_seconds * 1000, 1),
            "wall_ms": round((time.monotonic() - self._started) * 1000, 1),
            "rss_kb": usage.ru_maxrss,
        }

    def destroy(self) -> None:
        """Frees everything the child had, whether or not it ended well."""
        if self._process:
            self._kill()
            os.waitpid(self._process, 0)
            self._process = 0
        self._socket.close()
        for descriptor in (self.exit_descriptor, *self.outputs):
            os.close(descriptor)
        _from_child[: self._most_received] = bytes(self._most_received)
        _output[:] = bytes(len(_output))
        if not self._settings.features.namespaces:
            _remove_folder(self._work_folder)

    # ---- traffic ----

    def send(self, payload: memoryview, stdout: int) -> None:
        """Gives the child one frame; while it does not read, its output is still taken, until the deadline."""
        self._credits += 1
        rest = memoryview(HEADER.pack(b"D", len(payload)))
        for part in (rest, payload):
            rest = part
            while rest and self._limit is None:
                try:
                    rest = rest[self._socket.send(rest) :]
                except BlockingIOError:
                    self._wait_until_it_reads(stdout)
                except (BrokenPipeError, ConnectionResetError):
                    return  # it has ended; its exit descriptor tells the rest

    def _wait_until_it_reads(self, stdout: int) -> None:
        readable, _, _ = select.select(list(self.outputs), [self.channel], [], max(0.0, self.deadline - time.monotonic()))
        for descriptor in readable:
            self.forward_output(descriptor, stdout)
        self.enforce_deadline()

    def forward_output(self, descriptor: int, stdout: int) -> None:
        """Passes on what the program printed, up to the limit; more of it ends the job."""
        while True:
            try:
                count = os.readv(descriptor, [_output])
            except BlockingIOError:
                return
            if count == 0:
                return
            room = self._settings.limits.output_bytes - self._printed
            self._printed += count
            if room > 0:
                write_frame(stdout, self.outputs[descriptor], memoryview(_output)[: min(count, room)])
            if count > room:
                self._stop("output")
                return

    def forward_frames(self, stdout: int) -> None:
        """Passes on whole frames of the child. What it printed before it answered goes first."""
        while True:
            try:
                count = self._socket.recv_into(memoryview(_from_child)[self._received :])
            except (BlockingIOError, ConnectionResetError):
                return
            if count == 0:
                return
            self._received += count
            self._most_received = max(self._most_received, self._received)
            if not self._forward_whole_frames(stdout):
                self._stop("protocol")
                return

    def _forward_whole_frames(self, stdout: int) -> bool:
        """False when the child broke the rules: an unknown letter, too much, or an answer nobody asked for."""
        position = 0
        while self._received - position >= HEADER.size:
            kind, length = HEADER.unpack_from(_from_child, position)
            if length > MAX_FRAME_FROM_CHILD or kind not in (b"C", b"D"):
                return False
            end = position + HEADER.size + length
            if end > self._received:
                break
            if kind == b"C":
                self._confined = True
            else:
                if self._settings.one_answer_each and self._credits == 0:
                    return False
                self._credits -= 1
                for descriptor in self.outputs:
                    self.forward_output(descriptor, stdout)
                write_frame(stdout, b"D", memoryview(_from_child)[position + HEADER.size : end])
            position = end
        rest = self._received - position
        if position and rest:
            _from_child[:rest] = _from_child[position : self._received]
        self._received = rest
        return True


_folders = 0


def _make_folder() -> str:
    """Where there are no namespaces: a folder of this job's own below the container's /tmp."""
    global _folders
    _folders += 1
    path = f"/tmp/job-{_folders}"
    os.mkdir(path, 0o700)
    return path


def _remove_folder(path: str) -> None:
    def open_up(function: Callable[..., Any], failed: str, _: Any) -> None:
        for target in (os.path.dirname(failed), failed):
            os.chmod(target, 0o700, follow_symlinks=os.path.islink(target) is False)
        function(failed)

    shutil.rmtree(path, onexc=open_up)
