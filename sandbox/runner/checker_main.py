"""What a confined child does in the checker's container: run the author's checks against the learner's answers."""

from __future__ import annotations

import json
import sys
from typing import Any

from coursewright.expectations import ProgramGone
from runner.checker import CONTRACT, AuthorsFault, load_checks, run_checks
from runner.frames import HEADER, MAX_FRAME_FROM_CHILD, MAX_FRAME_TO_CHILD, StreamClosed, read_frame, write_all


def serve(channel: int) -> None:
    """One set of checks, then the end."""
    sys.stdout = sys.stderr
    try:
        _check(channel)
    except AuthorsFault as fault:
        _send(channel, fault.as_message())
    except StreamClosed:
        pass


def _check(channel: int) -> None:
    job = _receive(channel)
    checks = load_checks(job["checks"])
    _send(channel, {"v": CONTRACT, "type": "names", "names": [item.name for item in checks]})
    begin = _receive(channel)
    asked = 0
    results: list[dict[str, Any]] = []

    def ask(check: int, question: dict[str, Any]) -> dict[str, Any]:
        nonlocal asked
        asked += 1
        # results wait for the next question: each message wakes three processes
        _send(channel, *results, {"v": CONTRACT, "type": "ask", "check": check, "question": {"v": CONTRACT, "id": asked, **question}})
        results.clear()
        answer = _receive(channel)
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
    _send(channel, *results, {"v": CONTRACT, "type": "done"})


def _receive(channel: int) -> dict[str, Any]:
    _, payload = read_frame(channel, MAX_FRAME_TO_CHILD)
    message: dict[str, Any] = json.loads(payload)
    return message


def _send(channel: int, *messages: dict[str, Any]) -> None:
    frames = bytearray()
    for message in messages:
        payload = json.dumps(message).encode()
        if len(payload) > MAX_FRAME_FROM_CHILD:
            raise AuthorsFault("a check asks or says more than 1 MB")
        frames += HEADER.pack(b"D", len(payload)) + payload
    write_all(channel, memoryview(frames))
