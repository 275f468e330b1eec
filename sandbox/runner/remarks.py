"""What can be seen in a program without running it, and explains why a view does not do what it looks like."""

from __future__ import annotations

import ast
from typing import Any

MAX_REMARKS = 20
ROUTE_WORDS = ("route", "get", "post", "put", "patch", "delete")


def remarks_on(source: str) -> list[dict[str, Any]]:
    """The `remarks` of the contract: name of the view ("" for the app as a whole), line, sentence."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    found = []
    for function in ast.walk(tree):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            found += [*_bare_route(function), *_order(function), *_never_reached(function)]
    return [{"view": view, "line": line, "text": text} for view, line, text in found[:MAX_REMARKS]]


Function = ast.FunctionDef | ast.AsyncFunctionDef
Remark = tuple[str, int, str]


def _bare_route(function: Function) -> list[Remark]:
    return [
        (
            "",
            decorator.lineno,
            f"`@{ast.unparse(decorator)}` on line {decorator.lineno} has no brackets and no address, "
            f"so Flask never learns of `{function.name}`: "
            f'write `@{ast.unparse(decorator)}("/…")`.',
        )
        for decorator in function.decorator_list
        if isinstance(decorator, ast.Attribute) and decorator.attr in ROUTE_WORDS
    ]


def _order(function: Function) -> list[Remark]:
    """Flask registers what stands below the route; decorators above it come too late."""
    routes = [index for index, decorator in enumerate(function.decorator_list) if _is_route(decorator)]
    above = [decorator for decorator in function.decorator_list[: routes[0]] if not _is_route(decorator)] if routes else []
    return [
        (
            function.name,
            decorator.lineno,
            f"`@{ast.unparse(decorator)[:60]}` on line {decorator.lineno} stands above the route, so Flask does not use it: put it below.",
        )
        for decorator in above
    ]


def _is_route(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Attribute) and decorator.func.attr in ROUTE_WORDS


def _never_reached(function: Function) -> list[Remark]:
    for node in ast.walk(function):
        for block in (getattr(node, name, None) for name in ("body", "orelse", "finalbody")):
            if not isinstance(block, list):
                continue
            for statement, following in zip(block, block[1:], strict=False):
                if isinstance(statement, (ast.Return, ast.Raise)):
                    over = f"the view is over at the `{_word(statement)}` on line {statement.lineno}"
                    text = f"Line {following.lineno} is never reached: {over}."
                    return [(function.name, following.lineno, text)]
    return []


def _word(statement: ast.stmt) -> str:
    return "return" if isinstance(statement, ast.Return) else "raise"
