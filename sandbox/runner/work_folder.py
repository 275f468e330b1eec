"""The folder a child without namespaces may write to: one for each job, below the container's /tmp.

With namespaces there is nothing to do here: the child mounts a /tmp of its own, which goes with it (confinement.py).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from typing import Any

_folders = 0


def make_work_folder() -> str:
    """Makes an empty folder that no job before has had."""
    global _folders
    _folders += 1
    path = f"/tmp/job-{_folders}"
    os.mkdir(path, 0o700)
    return path


def remove_work_folder(path: str) -> None:
    """Removes the folder, also when the program took away its own rights in it."""
    try:
        return os.rmdir(path)
    except OSError:
        pass  # something is in it

    def open_up(function: Callable[..., Any], failed: str, _: Any) -> None:
        for target in (os.path.dirname(failed), failed):
            os.chmod(target, 0o700, follow_symlinks=os.path.islink(target) is False)
        function(failed)

    shutil.rmtree(path, onexc=open_up)
