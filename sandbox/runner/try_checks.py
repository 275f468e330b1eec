"""Tries a program against its checks in this one process, without any sandbox: for authors and for our own unit tests.

    python3 try_checks.py <exercise folder> <program.py> [seed]

Never use it for a learner's program: nothing here keeps the program from reading the checks.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from runner.checker import load_checks, run_checks  # noqa: E402
from runner.learner import Learner  # noqa: E402


def grade_here(*, source: str, checks: str, seed: int) -> dict[str, Any]:
    """Gives {"error", "stdout", "results"}."""
    learner = Learner()
    loaded_checks = load_checks(checks)
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        loaded = learner.answer({"type": "load", "mode": "grade", "source": source, "stdin": ""})
    results: list[dict[str, Any]] = []

    def ask(_: int, question: dict[str, Any]) -> dict[str, Any]:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            answer = learner.answer(question)
        return {**answer, "stdout": printed.getvalue()}

    if loaded["error"] is None:
        run_checks(
            loaded_checks,
            source=source,
            stdout=output.getvalue(),
            seed=seed,
            ask=ask,
            send=results.append,
        )
    return {"error": loaded["error"], "stdout": output.getvalue(), "results": results}


def main() -> None:
    from runner.warm import warm_up

    warm_up()
    folder, program, *rest = sys.argv[1:]
    source, checks = Path(program).read_text(), (Path(folder) / "checks.py").read_text()
    os.chdir(tempfile.mkdtemp())
    result = grade_here(source=source, checks=checks, seed=int(rest[0]) if rest else 1)
    if result["stdout"]:
        print(result["stdout"], end="")
    if result["error"]:
        print(f"did not run: {result['error']['type']}: {result['error']['message']} (line {result['error']['line']})")
        print(f"  {result['error']['plain']}")
    for item in result["results"]:
        print(f"{item['status']:8} {item['name']}")
        for key in ("message", "expected", "actual"):
            if item[key]:
                print(f"         {key}: {item[key]}")
    sys.exit(0 if result["results"] and all(item["status"] == "passed" for item in result["results"]) else 1)


if __name__ == "__main__":
    main()
