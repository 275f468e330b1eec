"""The learner's program as a module: run as `python program.py` would, with the value of its last line kept."""

from __future__ import annotations

import ast
import linecache
import os
import sys
import types
from typing import Any

from runner.program_file import FILE_NAME, line_of_function

MAX_VALUE_CHARACTERS = 10_000


def run_module(source: str, name: str = "__main__") -> tuple[types.ModuleType, str | None]:
    """Gives the module, and the repr of its last line when that is an expression that gave something.

    @raises BaseException whatever the program raises, SyntaxError included
    """
    module = types.ModuleType(name)
    module.__file__ = os.path.join(os.getcwd(), FILE_NAME)
    sys.modules[name] = module
    linecache.cache[FILE_NAME] = (len(source), None, source.splitlines(keepends=True), FILE_NAME)
    code = compile(source, FILE_NAME, "exec", dont_inherit=True)
    last = _last_expression(source)
    if last is None:
        exec(code, module.__dict__)
        return module, None
    statements, expression = last
    exec(compile(statements, FILE_NAME, "exec", dont_inherit=True), module.__dict__)
    value = eval(compile(expression, FILE_NAME, "eval", dont_inherit=True), module.__dict__)
    return module, None if value is None else _cut(repr(value))


def _last_expression(source: str) -> tuple[ast.Module, ast.Expression] | None:
    tree = ast.parse(source)
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr) or (len(tree.body) == 1 and isinstance(last.value, ast.Constant) and isinstance(last.value.value, str)):
        return None
    return ast.Module(tree.body[:-1], []), ast.Expression(last.value)


def _cut(text: str) -> str:
    return text if len(text) <= MAX_VALUE_CHARACTERS else f"{text[: MAX_VALUE_CHARACTERS - 1]}…"


def find_app(module: types.ModuleType) -> Any | None:
    """The Flask app that a program left behind: `app`, else the first in a variable of another name, else what `create_app()` makes."""
    from flask import Flask

    named = getattr(module, "app", None)
    if isinstance(named, Flask):
        return named
    for value in vars(module).values():
        if isinstance(value, Flask):
            return value
    factory = getattr(module, "create_app", None)
    made = factory() if callable(factory) else None
    return made if isinstance(made, Flask) else None


def routes_of(app: Any) -> list[dict[str, Any]]:
    """The AppRoute list of lib/browser-python/schema.ts."""
    return [
        {
            "rule": rule.rule,
            "methods": sorted(rule.methods or ()),
            "endpoint": rule.endpoint,
            "line": line_of_function(app.view_functions.get(rule.endpoint)),
        }
        for rule in app.url_map.iter_rules()
    ]
