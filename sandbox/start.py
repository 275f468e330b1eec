"""Starts a zygote in a container: python3 -I start.py learner|checker"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True

from runner.confinement import MOST, Limits  # noqa: E402
from runner.zygote import Zygote, quiet_standard_streams  # noqa: E402

#: the checker waits for the learner's side, whose own limit must strike first
CHECKER_LIMITS = Limits(cpu_seconds=8, wall_seconds=MOST.wall_seconds)


def main() -> None:
    quiet_standard_streams()
    versions = {"python": platform.python_version(), "flask": importlib.metadata.version("flask")}
    if sys.argv[1] == "learner":
        from runner.lazy_routes import build_urls_lazily
        from runner.learner_main import serve
        from runner.warm import warm_up

        build_urls_lazily()
        warm_up()
        zygote = Zygote(serve=serve, limits=Limits(), trusted=False)
    else:
        from runner.checker_main import serve
        from runner.warm_checker import warm_up

        warm_up()
        zygote = Zygote(serve=serve, limits=CHECKER_LIMITS, trusted=True)
    zygote.run(versions)


if __name__ == "__main__":
    main()
