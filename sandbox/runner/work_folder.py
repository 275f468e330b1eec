"""The folder a child without namespaces may write to: one for each job, below the container's /tmp.

With namespaces there is nothing to do here: the child mounts a /tmp of its own, which goes with it (confinement.py).
"""

from __future__ import annotations

import os
from collections.abc import Iterator

_folders = 0


def make_work_folder() -> str:
    """Makes an empty folder that no job before has had."""
    global _folders
    _folders += 1
    path = f"/tmp/job-{_folders}"
    os.mkdir(path, 0o700)
    return path


def remove_work_folder(path: str) -> None:
    """Removes the folder, whatever a program left in it: folders without rights, or nested deeper than a path can be long.

    The program has ended, so nothing changes meanwhile. Folders within folders are moved up before theirs is deleted.
    """
    try:
        return os.rmdir(path)
    except OSError:
        os.chmod(path, 0o700)  # something is in it
    top = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    unused = _unused_names()
    try:
        while names := os.listdir(top):
            for name in names:
                if not _is_folder_left(name, top):
                    continue
                folder = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=top)
                try:
                    for inner in os.listdir(folder):
                        if _is_folder_left(inner, folder):
                            os.rename(inner, next(unused), src_dir_fd=folder, dst_dir_fd=top)
                finally:
                    os.close(folder)
                os.rmdir(name, dir_fd=top)
    finally:
        os.close(top)
    os.rmdir(path)


def _is_folder_left(name: str, parent: int) -> bool:
    """Deletes anything but a folder; takes all rights on a folder."""
    try:
        os.unlink(name, dir_fd=parent)
        return False
    except IsADirectoryError:
        os.chmod(name, 0o700, dir_fd=parent)
        return True


def _unused_names() -> Iterator[str]:
    """Names that no program can have given to something."""
    secret = os.urandom(16).hex()
    number = 0
    while True:
        number += 1
        yield f"{secret}-{number}"
