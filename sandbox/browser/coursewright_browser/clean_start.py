"""Makes Python in the browser forget the program before: there is one process for all of them."""

from __future__ import annotations

import atexit
import os
import random
import shutil
import signal
import sys
import types
from typing import Any, NoReturn

#: where programs run, and where else they may leave files; nothing of it outlives the next start
FOLDERS = ("/home/learner", "/tmp")
#: modules whose variables count what happened, and must not be set back
_OWN = ("runner", "coursewright", "coursewright_browser", "_pyodide", "pyodide", "pyodide_js", "js", "importlib", "zipimport", "_frozen_importlib")


class CleanStart:
    """Remembers Python as it is now: modules, and what their variables hold. `restore` brings that back."""

    def __init__(self, folders: tuple[str, ...] = FOLDERS) -> None:
        self._folders = folders
        os._exit = _end_program  # type: ignore[assignment]
        atexit._clear()  # what libraries would do at the end of a process never comes  # noqa: SLF001
        self._modules = dict(sys.modules)
        self._variables = [
            (module.__dict__, dict(module.__dict__))
            for name, module in self._modules.items()
            if isinstance(module, types.ModuleType) and name.partition(".")[0] not in _OWN
        ]
        self._path = list(sys.path)
        self._environment = dict(os.environ)
        self._recursion_limit = sys.getrecursionlimit()

    def restore(self) -> None:
        """What is not undone: changes inside of objects, such as an attribute set on a class of a library."""
        for name in [name for name in sys.modules if name not in self._modules]:
            del sys.modules[name]
        for name, module in self._modules.items():
            if sys.modules.get(name) is not module:
                sys.modules[name] = module
        for variables, saved in self._variables:
            _set_back(variables, saved)
        sys.path[:] = self._path
        sys.setrecursionlimit(self._recursion_limit)
        random.seed()
        if os.environ != self._environment:
            os.environ.clear()
            os.environ.update(self._environment)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        atexit._clear()  # noqa: SLF001
        _empty(self._folders)


def _set_back(variables: dict[str, Any], saved: dict[str, Any]) -> None:
    if len(variables) == len(saved) and all(variables.get(name) is value for name, value in saved.items()):
        return
    for name in [name for name in variables if name not in saved]:
        del variables[name]
    variables.update(saved)


def _empty(folders: tuple[str, ...]) -> None:
    """@param folders the first becomes the current one"""
    os.chdir("/")
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder, exist_ok=True)
    os.chdir(folders[0])


def _end_program(status: int) -> NoReturn:
    """Replaces `os._exit`, which would end Python itself and not only the program."""
    raise SystemExit(status)
