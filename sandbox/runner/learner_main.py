"""What a confined child does in the learner's container: answer frames until it is ended."""

from __future__ import annotations

import io
import json
import os
import signal
import sys
from signal import ITIMER_REAL, setitimer  # by name: a program may put anything in the modules
from time import monotonic
from types import FrameType
from typing import Any

from runner.explain import LearnerError, learner_lines
from runner.explanations.endless import explain_endless
from runner.frames import MAX_FRAME_FROM_CHILD, MAX_FRAME_TO_CHILD, StreamClosed, read_frame, write_frame
from runner.learner import CONTRACT, Learner
from runner.program_file import FILE_NAME

#: so long before the zygote's own deadline, and at most such a share of its time, the program can still say where it was
WARNING_BEFORE, WARNING_SHARE = 0.5, 0.1
#: a timer of 0 never rings
LEAST_SECONDS = 0.001


def serve(channel: int) -> None:
    """Answers until the other end closes."""
    learner = Learner()
    clock = _Clock()
    _open_streams()
    # what the runner consists of is no business of the program's
    sys.path[:] = [path for path in sys.path if not path.startswith("/opt/")]
    try:
        while True:
            _, payload = read_frame(channel, MAX_FRAME_TO_CHILD)
            message = json.loads(payload)
            del payload
            if message["type"] == "load":
                sys.stdin = io.StringIO(message["stdin"])
                clock.left = message["seconds"] - min(WARNING_BEFORE, WARNING_SHARE * message["seconds"])
                _watch_time(learner, channel, clock.left)
            learner.busy = True
            clock.run()
            answer = learner.answer(message)
            learner.busy = False
            clock.halt()
            _flush()
            _send(channel, answer)
    except StreamClosed:
        os._exit(0)


class _Clock:
    """Warns when the program's time is nearly up. As the zygote's, it runs only while somebody waits for the program."""

    def __init__(self) -> None:
        self.left = 0.0
        self._began = 0.0

    def run(self) -> None:
        self._began = monotonic()
        setitimer(ITIMER_REAL, max(self.left, LEAST_SECONDS))

    def halt(self) -> None:
        setitimer(ITIMER_REAL, 0)
        self.left -= monotonic() - self._began


def _send(channel: int, answer: dict[str, Any]) -> None:
    payload = json.dumps(answer).encode()
    if len(payload) > MAX_FRAME_FROM_CHILD:
        too_long = LearnerError(type="AnswerTooLong", message="too much", plain="The answer is too long to be checked.")
        slim = {**answer, "error": too_long.as_json()}
        for name, nothing in (("value", "null"), ("body", ""), ("headers", []), ("templates", []), ("routes", []), ("remarks", [])):
            if name in slim:
                slim[name] = nothing
        payload = json.dumps(slim).encode()
    write_frame(channel, b"D", payload)


def _open_streams() -> None:
    """Line by line, so that what was printed before an endless loop is not lost with it."""
    sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), "utf-8", "backslashreplace", line_buffering=True)
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), "utf-8", "backslashreplace", line_buffering=True)
    sys.__stdout__, sys.__stderr__ = sys.stdout, sys.stderr  # type: ignore[misc]


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        try:
            stream.flush()  # type: ignore[union-attr]
        except BaseException:  # noqa: BLE001 - the program may have put anything there
            pass


def _watch_time(learner: Learner, channel: int, seconds: float) -> None:
    def stop(_: int, frame: FrameType | None) -> None:
        if not learner.busy:
            return  # nobody waits for an answer, so none may be sent; the zygote's deadline ends this process
        frames = learner_lines(frame, learner.source.splitlines(), FILE_NAME)
        line = frames[-1].line if frames else None
        told = explain_endless(learner.source, line, seconds)
        error = LearnerError(type="TimeLimit", message="stopped", plain=told.plain, try_this=told.try_this, line=line, frames=frames)
        _flush()
        _send(channel, {"v": CONTRACT, "type": "stopped", "limit": "time", "error": error.as_json()})
        os._exit(0)

    for warning in (signal.SIGALRM, signal.SIGXCPU):
        signal.signal(warning, stop)
