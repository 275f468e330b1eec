"""What a confined child does in the checker's container: run the author's checks against the learner's answers.

The same checks may be run by one child for several learners, one after the other: they are trusted, begin from their
first line each time, and hold what a learner's program answered as nothing but text. After anything out of the ordinary
the child ends, and a new one takes its place.
"""

from __future__ import annotations

import io
import json
import os
import sys
import time
from typing import Any

from coursewright.expectations import ProgramGone
from runner.answers import clean
from runner.checker import CONTRACT, AuthorsFault, load_checks, run_checks
from runner.direct import DirectLine, ProgramLost
from runner.frames import HEADER, MAX_FRAME_FROM_CHILD, MAX_FRAME_TO_CHILD, StreamClosed, read_frame, write_all, write_frame

#: the container's own standard streams: Node is at their other end
STDIN, STDOUT = 0, 1
#: one child does so many jobs at most, so that what piles up in it, if anything does, is soon gone
MOST_JOBS = 25
#: of processor time, for all its jobs together; below what a child may have at all (confinement.MOST)
MOST_SECONDS = 5.0


def serve(channel: int) -> None:
    """One job after another. Each begins with the word of the zygote, which no longer reads then."""
    sys.stdin, sys.stdout = io.StringIO(), sys.stderr
    try:
        for number in range(1, MOST_JOBS + 1):
            # the last one is over with this process: who says that it waits for another must be there for it
            if not os.read(channel, 1) or not _check(channel) or number == MOST_JOBS or time.process_time() > MOST_SECONDS:
                return
            write_frame(channel, b"N", b"")
    except AuthorsFault as fault:
        _send(fault.as_message())
    except StreamClosed:
        pass


def _check(zygote: int) -> bool:
    """One job. Gives whether all went as usual, so that another may follow."""
    job = _receive()
    checks = load_checks(job["checks"])
    _send({"v": CONTRACT, "type": "names", "names": [item.name for item in checks]})
    begin = _receive()
    direct = begin.get("direct")
    talk = _DirectTalk(zygote, direct["output_bytes"]) if direct else _Talk()
    run_checks(checks, source=job["source"], stdout=begin["stdout"], seed=job["seed"], ask=talk.ask, send=talk.keep)
    _send(*talk.kept, {"v": CONTRACT, "type": "done"})
    return talk.close()


class _Talk:
    """Puts the checks' questions to the program by way of Node."""

    def __init__(self) -> None:
        self._asked = 0
        #: results wait for the next question, or for the end: each message wakes three processes
        self.kept: list[dict[str, Any] | bytes] = []

    def keep(self, result: dict[str, Any]) -> None:
        self.kept.append(result)

    def ask(self, check: int, question: dict[str, Any]) -> dict[str, Any]:
        self._asked += 1
        self._say({"v": CONTRACT, "type": "ask", "check": check, "question": {"v": CONTRACT, "id": self._asked, **question}})
        answer = _receive()
        if answer["type"] == "gone":
            raise ProgramGone
        return answer

    def close(self) -> bool:
        """Whether it can be had again; here it is not known what Node still has to say."""
        return False

    def _say(self, message: dict[str, Any]) -> None:
        _send(*self.kept, message)
        self.kept.clear()


class _DirectTalk(_Talk):
    """Puts them to the program itself. Node hears of it when it is over, or when the program is lost."""

    def __init__(self, zygote: int, output_bytes: int) -> None:
        super().__init__()
        self._line = DirectLine(zygote, output_bytes=output_bytes)
        self._gone = False

    def ask(self, check: int, question: dict[str, Any]) -> dict[str, Any]:
        if self._gone:
            raise ProgramGone
        self._asked += 1
        frame = _frame({"v": CONTRACT, "id": self._asked, **question})
        try:
            answer = self._line.ask(frame, kind=question["type"], number=self._asked)
        except ProgramLost as lost:
            self._gone = True
            self._keep_printed()
            self._say({"v": CONTRACT, "type": "lost", "how": lost.how, "error": lost.error})
            _receive()  # why, is Node's to find out
            raise ProgramGone from None
        return {**answer, "stdout": clean(self._keep_printed().decode("utf-8", "replace"))}

    def close(self) -> bool:
        self._line.close()
        return not self._gone

    def _keep_printed(self) -> bytes:
        """Node is told of it before the result of the check during which it was printed. Gives what was on standard output."""
        printed = self._line.take_printed()
        self.kept += [HEADER.pack(kind, len(text)) + text for kind, text in zip((b"O", b"X"), printed, strict=True) if text]
        return printed[0]


def _receive() -> dict[str, Any]:
    kind, payload = read_frame(STDIN, MAX_FRAME_TO_CHILD)
    if kind != b"D":
        raise StreamClosed  # the job is to end
    message: dict[str, Any] = json.loads(payload)
    return message


def _send(*messages: dict[str, Any] | bytes) -> None:
    """Messages, and frames that are ready."""
    write_all(STDOUT, memoryview(b"".join(message if isinstance(message, bytes) else _frame(message) for message in messages)))


def _frame(message: dict[str, Any]) -> bytes:
    payload = json.dumps(message).encode()
    if len(payload) > MAX_FRAME_FROM_CHILD:
        raise AuthorsFault("a check asks or says more than 1 MB")
    return HEADER.pack(b"D", len(payload)) + payload
