"""What a confined child does in the checker's container: run the author's checks against the learner's answers."""

from __future__ import annotations

import io
import json
import os
import sys
from typing import Any

from coursewright.expectations import ProgramGone
from runner.checker import CONTRACT, AuthorsFault, load_checks, run_checks
from runner.frames import HEADER, MAX_FRAME_FROM_CHILD, MAX_FRAME_TO_CHILD, StreamClosed, read_frame, write_all

#: the container's own standard streams: Node is at their other end
STDIN, STDOUT = 0, 1


def serve(channel: int) -> None:
    """One set of checks, then the end. It begins with the word of the zygote, which no longer reads then."""
    sys.stdin, sys.stdout = io.StringIO(), sys.stderr
    if not os.read(channel, 1):
        return
    try:
        _check()
    except AuthorsFault as fault:
        _send(fault.as_message())
    except StreamClosed:
        pass


def _check() -> None:
    job = _receive()
    checks = load_checks(job["checks"])
    _send({"v": CONTRACT, "type": "names", "names": [item.name for item in checks]})
    begin = _receive()
    asked = 0
    results: list[dict[str, Any]] = []

    def ask(check: int, question: dict[str, Any]) -> dict[str, Any]:
        nonlocal asked
        asked += 1
        # results wait for the next question: each message wakes three processes
        _send(*results, {"v": CONTRACT, "type": "ask", "check": check, "question": {"v": CONTRACT, "id": asked, **question}})
        results.clear()
        answer = _receive()
        if answer["type"] == "gone":
            raise ProgramGone
        return answer

    run_checks(
        checks,
        source=job["source"],
        stdout=begin["stdout"],
        seed=job["seed"],
        ask=ask,
        send=results.append,
    )
    _send(*results, {"v": CONTRACT, "type": "done"})


def _receive() -> dict[str, Any]:
    kind, payload = read_frame(STDIN, MAX_FRAME_TO_CHILD)
    if kind != b"D":
        raise StreamClosed  # the job is to end
    message: dict[str, Any] = json.loads(payload)
    return message


def _send(*messages: dict[str, Any]) -> None:
    frames = bytearray()
    for message in messages:
        payload = json.dumps(message).encode()
        if len(payload) > MAX_FRAME_FROM_CHILD:
            raise AuthorsFault("a check asks or says more than 1 MB")
        frames += HEADER.pack(b"D", len(payload)) + payload
    write_all(STDOUT, memoryview(frames))
