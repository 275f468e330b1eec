"""The floor of the grading benchmark: a warm Python that forks per submission and runs the checks in the fork.

No sandbox at all: no container, no namespaces, no filter, no second process. Started on the host with the image's own
Python (chroot or a bare mount namespace, neither of which costs anything per submission). Reads one JSON line per
submission, {"source", "checks", "seed"}, and writes one, {"passed", "total"}.
"""

import gc
import json
import os
import sys

sys.path.insert(0, "/opt/coursewright")

from runner.try_checks import grade_here  # noqa: E402
from runner.warm import warm_up  # noqa: E402
from runner.warm_checker import warm_up as warm_up_checker  # noqa: E402


def grade_in_fork(line: bytes) -> bytes:
    """Forks, grades in the fork, and gives what it wrote before it ended."""
    read_end, write_end = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(read_end)
        result = grade_here(**json.loads(line))
        passed = sum(item["status"] == "passed" for item in result["results"])
        os.write(write_end, json.dumps({"passed": passed, "total": len(result["results"])}).encode() + b"\n")
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as answer:
        text = answer.read()
    os.waitpid(process, 0)
    return text


def main() -> None:
    warm_up()
    warm_up_checker()
    gc.collect()
    gc.freeze()
    os.write(1, b"ready\n")
    for line in sys.stdin.buffer:
        os.write(1, grade_in_fork(line))


main()
