"""Run by Pyodide's own Python at set-up: makes the two archives that Python in the browser imports from.

An archive holds bytecode only, and nothing in it is compressed: reading it needs no unpacking, and brotli does better
on the whole than zip does on each file.
"""

from __future__ import annotations

import ast
import importlib.util
import zipfile
from collections.abc import Iterable
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[import-not-found]
from pathlib import Path

#: every archive of the same files is the same, byte for byte
ALWAYS = (1980, 1, 1, 0, 0, 0)
#: what cannot work in a browser (other processes, terminals, sockets), and nothing that works imports
LEFT_OUT = {
    *("_pyrepl", "ensurepip", "ftplib.py", "imaplib.py", "mailbox.py", "multiprocessing", "poplib.py", "pty.py", "pydoc_data"),
    *("smtplib.py", "venv", "webbrowser.py", "xmlrpc"),
}
#: besides modules: what `importlib.metadata` asks for
KEPT = ("METADATA", "PKG-INFO", "entry_points.txt")


def pack_zip(source: str, target: str) -> None:
    """The standard library: every module of a zip as bytecode, everything else as it is."""
    with zipfile.ZipFile(source) as archive:
        _write(target, ((name, archive.read(name)) for name in sorted(archive.namelist()) if _is_wanted(name)))


def pack_folders(folders: list[str], target: str) -> None:
    """Packages below these folders; a name in an earlier folder wins."""
    found: dict[str, Path] = {}
    for folder in folders:
        for file in sorted(Path(folder).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts and (file.suffix == ".py" or file.name in KEPT):
                found.setdefault(str(file.relative_to(folder)), file)
    _write(target, ((name, file.read_bytes()) for name, file in sorted(found.items())))


def _is_wanted(name: str) -> bool:
    return not name.endswith("/") and name.split("/")[0] not in LEFT_OUT


def _write(target: str, files: Iterable[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files:
            if name.endswith(".py"):
                name, content = name + "c", _bytecode(name, content)
            archive.writestr(zipfile.ZipInfo(name, ALWAYS), content)


def _bytecode(name: str, source: bytes) -> bytes:
    code = compile(_without_docstrings(source), name, "exec", dont_inherit=True, optimize=0)
    return bytes(_code_to_hash_pyc(code, importlib.util.source_hash(source), checked=False))


def _without_docstrings(source: bytes) -> ast.Module:
    """Nobody reads them in a lesson, and they are a sixth of all bytes."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and ast.get_docstring(node, clean=False) is not None:
            node.body[:1] = [] if len(node.body) > 1 else [ast.copy_location(ast.Pass(), node.body[0])]
    return tree
