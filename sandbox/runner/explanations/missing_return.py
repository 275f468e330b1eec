"""On which way through a function nothing is returned."""

from __future__ import annotations

import ast

from runner.situation import Told

#: calls whose result is lost when it is not returned
MAKES_AN_ANSWER = ("redirect", "render_template", "render_template_string", "jsonify", "make_response", "send_file", "send_from_directory")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def explain_missing_return(function: Function) -> Told:
    """What to say of a view that gave None."""
    lost = next((node for node in ast.walk(function) if isinstance(node, ast.Expr) and _makes_an_answer(node.value)), None)
    if lost is not None:
        name = _called(lost.value)
        return Told(
            f"The view `{function.name}` makes its answer with `{name}` on line {lost.lineno}, and does not return it.",
            f"Write `return {name}(…)`.",
            lost.lineno,
        )
    returns = [node for node in _own_nodes(function) if isinstance(node, ast.Return)]
    if not returns:
        printed = any(isinstance(node, ast.Expr) and _called(node.value) == "print" for node in ast.walk(function))
        what = "prints, but printing does not reach the browser" if printed else "has no `return`"
        return Told(f"The view `{function.name}` {what}: it gives nothing back.", "End it with `return` and what the browser should get.", function.lineno)
    empty = next((node for node in returns if node.value is None or _is_none(node.value)), None)
    if empty is not None:
        return Told(f"The `return` on line {empty.lineno} gives nothing back.", "Put after it what the browser should get.", empty.lineno)
    open_end = _open_end(function.body)
    if open_end is not None:
        return Told(*_about(open_end, function.name), open_end.lineno)
    value = next((node for node in returns), None)
    shown = ast.unparse(value.value)[:60] if value is not None and value.value is not None else "its value"
    return Told(f"The view `{function.name}` returned None: `{shown}` was None.", "Check that it was found, and return something else if not.")


def _about(node: ast.stmt, name: str) -> tuple[str, str]:
    if isinstance(node, ast.If):
        return (
            f"When the condition of the `if` on line {node.lineno} is false, the view `{name}` ends without a `return`.",
            "Add a `return` below the `if`, for that case.",
        )
    if isinstance(node, (ast.For, ast.While, ast.AsyncFor)):
        return (
            f"When the loop on line {node.lineno} is over, the view `{name}` ends without a `return`.",
            "Add a `return` below the loop.",
        )
    if isinstance(node, (ast.Try, ast.TryStar)):
        return (
            f"One way through the `try` on line {node.lineno} ends the view `{name}` without a `return`.",
            "Add a `return` to the `except`, or below it.",
        )
    return (f"The view `{name}` ends after line {node.end_lineno} without a `return`.", "Add a `return` with what the browser should get.")


def _open_end(body: list[ast.stmt]) -> ast.stmt | None:
    """The statement after which the body ends without returning; None when it always returns or raises."""
    last = body[-1]
    if isinstance(last, (ast.Return, ast.Raise)):
        return None
    if isinstance(last, ast.Expr) and _called(last.value) == "abort":
        return None
    if isinstance(last, ast.If):
        if not last.orelse:
            return last
        return _open_end(last.body) or _open_end(last.orelse)
    if isinstance(last, (ast.With, ast.AsyncWith)):
        return _open_end(last.body)
    if isinstance(last, (ast.Try, ast.TryStar)):
        parts = [last.orelse or last.body, *(handler.body for handler in last.handlers)]
        return None if last.finalbody and _open_end(last.finalbody) is None else next((last for part in parts if _open_end(part)), None)
    if isinstance(last, ast.While) and isinstance(last.test, ast.Constant) and last.test.value:
        return None
    return last


def _own_nodes(function: Function) -> list[ast.AST]:
    """The nodes of the function without those of functions inside it."""
    found: list[ast.AST] = []
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop(0)
        found.append(node)
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            waiting.extend(ast.iter_child_nodes(node))
    return found


def _called(node: ast.AST | None) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""


def _makes_an_answer(node: ast.AST) -> bool:
    return _called(node) in MAKES_AN_ANSWER


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
