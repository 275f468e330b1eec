"""Questions about the text of a program, answered from its syntax tree: nothing is run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property
from typing import Self

from coursewright.expectations import ExpectationFailed

#: of a name such as `request.files.get`; of a longer chain the last ones
MAX_PARTS = 10

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Source:
    """The program's text.

    source  the text
    tree    the same as an ast.Module, for questions that have no word here
    """

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def tree(self) -> ast.Module:
        try:
            return ast.parse(self.source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise ExpectationFailed("Your program cannot be read: it is no Python, or an expression in it is nested too deeply.") from None

    # ---- questions ----

    def uses(self, name: str, *, inside: str | None = None) -> bool:
        """Whether the source reads or calls the name: "make_response", "request.files", "flask.make_response".

        An import alone is not a use. `inside` looks only into one function.

        Example: if program.uses("eval"): fail("eval runs whatever a visitor sends.")
        Fails: eval runs whatever a visitor sends.
        """
        return bool(self._lines_of(name, inside))

    def defines(self, name: str) -> bool:
        """Whether the source defines a function or class of this name, at whatever depth.

        Example: if program.defines("create_app"): program.expect_calls_in_order("Flask", "register_blueprint")
        """
        return any(isinstance(node, Function | ast.ClassDef) and node.name == name for node in ast.walk(self.tree))

    def decorators(self, function: str) -> list[str]:
        """The names of a function's decorators, outermost first: ["app.get", "login_required"]. Empty when there is no such function.

        Example: expect_equal(program.decorators("account"), ["app.get", "login_required"], "login_required stands below the route.")
        Fails: login_required stands below the route.
        """
        found = self._function(function)
        named = [self._name(node.func if isinstance(node, ast.Call) else node) for node in found.decorator_list] if found else []
        return [name for name in named if name]

    # ---- expectations ----

    def expect_uses(self, name: str, *, inside: str | None = None, message: str | None = None) -> Self:
        """The source reads or calls the name; `inside` looks only into one function.

        Example: program.expect_uses("session")
        Fails: Your program should use `session`, and it does not.
        """
        if not self._lines_of(name, inside):
            raise ExpectationFailed(message or f"{_whole_or(inside)} should use `{name}`, and it does not.")
        return self

    def expect_no_use(self, name: str, *, inside: str | None = None, message: str | None = None) -> Self:
        """The source does not read or call the name.

        Example: program.expect_no_use("eval")
        Fails: Your program should do without `eval`, and line 32 uses it.
        """
        lines = self._lines_of(name, inside)
        if lines:
            raise ExpectationFailed(message or f"{_whole_or(inside)} should do without `{name}`, and line {lines[0]} uses it.")
        return self

    def expect_calls_in_order(self, *names: str, inside: str | None = None, message: str | None = None) -> Self:
        """The source calls these, the first of each before the first of the next, from top to bottom.

        Example: program.expect_calls_in_order("make_response", "set_cookie", inside="choose")
        Fails: `choose` should call `make_response` before `set_cookie`, and it calls `set_cookie` on line 26 and `make_response` on line 27.
        """
        firsts: list[tuple[str, tuple[int, int]]] = []
        for name in names:
            places = self._calls_of(name, inside)
            if not places:
                raise ExpectationFailed(message or f"{_whole_or(inside)} should call `{name}`, and it does not.")
            firsts.append((name, places[0]))
        for (before, at), (after, later) in zip(firsts, firsts[1:], strict=False):
            if at > later:
                text = f"it calls `{after}` on line {later[0]} and `{before}` on line {at[0]}"
                raise ExpectationFailed(message or f"{_whole_or(inside)} should call `{before}` before `{after}`, and {text}.")
        return self

    def expect_function(
        self, name: str, *, parameters: list[str] | None = None, decorator: str | None = None, message: str | None = None
    ) -> Self:
        """The source defines the function; with these parameters, and under this decorator, when they are given.

        Example: program.expect_function("withdraw", parameters=["amount", "account"])
        Fails: The parameters of `withdraw` should be (amount, account), and they are (amount).
        """
        function = self._function(name)
        if function is None:
            raise ExpectationFailed(message or f"Your program should define the function `{name}`, and it does not.")
        if parameters is not None and _parameters(function) != parameters:
            wanted, came = ", ".join(parameters), ", ".join(_parameters(function))
            text = f"The parameters of `{name}` should be ({wanted}), and they are ({came})."
            raise ExpectationFailed(message or text, f"def {name}({wanted})", f"def {name}({came})")
        if decorator is not None and not any(_ends_with(known, decorator) for known in self.decorators(name)):
            has = ", ".join(f"@{known}" for known in self.decorators(name)) or "no decorator"
            raise ExpectationFailed(message or f"`{name}` should stand under @{decorator}, and it has {has}.", f"@{decorator}", has)
        return self

    def expect_no_global(self, message: str | None = None) -> Self:
        """No function changes variables of the program with `global`: all visitors share those.

        Example: program.expect_no_global()
        Fails: Line 52 makes `visits` global. All visitors share the variables of the program; keep what belongs to one visitor elsewhere.
        """
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Global):
                text = f"Line {node.lineno} makes `{', '.join(node.names)}` global. All visitors share the variables of the program; "
                raise ExpectationFailed(message or text + "keep what belongs to one visitor elsewhere.")
        return self

    # ---- how ----

    @cached_property
    def _imported_as(self) -> dict[str, str]:
        """`from flask import make_response as mr` → {"mr": "make_response"}"""
        froms = [node for node in ast.walk(self.tree) if isinstance(node, ast.ImportFrom)]
        return {alias.asname: alias.name for node in froms for alias in node.names if alias.asname}

    def _name(self, node: ast.AST) -> str | None:
        """`request.files.get` as text; for `make_response(…).set_cookie` only what follows the call: `.set_cookie`."""
        parts: list[str] = []
        while isinstance(node, ast.Attribute) and len(parts) < MAX_PARTS:
            parts.append(node.attr)
            node = node.value
        if isinstance(node, ast.Name):
            return ".".join([self._imported_as.get(node.id, node.id), *reversed(parts)])
        return "." + ".".join(reversed(parts)) if parts else None

    def _function(self, name: str) -> Function | None:
        return next((node for node in ast.walk(self.tree) if isinstance(node, Function) and node.name == name), None)

    def _nodes(self, inside: str | None) -> Iterator[ast.AST]:
        if inside is None:
            return ast.walk(self.tree)
        function = self._function(inside)
        if function is None:
            raise ExpectationFailed(f"Your program should define the function `{inside}`, and it does not.")
        return (node for statement in function.body for node in ast.walk(statement))

    def _lines_of(self, name: str, inside: str | None) -> list[int]:
        nodes = [node for node in self._nodes(inside) if isinstance(node, ast.Name | ast.Attribute)]
        return sorted(node.lineno for node in nodes if _ends_with(self._name(node), name))

    def _calls_of(self, name: str, inside: str | None) -> list[tuple[int, int]]:
        """Line and column of the end of each called name: in `make_response(…).set_cookie(…)` the first comes first."""
        calls = [node.func for node in self._nodes(inside) if isinstance(node, ast.Call)]
        return sorted((node.end_lineno or 0, node.end_col_offset or 0) for node in calls if _ends_with(self._name(node), name))


def _ends_with(dotted: str | None, name: str) -> bool:
    """Whether `flask.request.files` is meant by `request.files` or by `files`."""
    return dotted is not None and (dotted == name or dotted.endswith(f".{name}"))


def _parameters(function: Function) -> list[str]:
    given = function.args
    names = [argument.arg for argument in [*given.posonlyargs, *given.args]]
    names += [f"*{given.vararg.arg}"] if given.vararg else []
    names += [argument.arg for argument in given.kwonlyargs]
    return names + ([f"**{given.kwarg.arg}"] if given.kwarg else [])


def _whole_or(inside: str | None) -> str:
    return f"`{inside}`" if inside else "Your program"
