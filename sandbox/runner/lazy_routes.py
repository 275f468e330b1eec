"""Lets routes make the code that builds their URLs when one is first built.

For each route Werkzeug compiles two functions that only `url_for` calls, at the moment the route is declared. That is half
of what it costs a small program to load, and most programs never build a URL. Made later they are the same functions.
"""

from __future__ import annotations

from collections.abc import Callable
from keyword import iskeyword
from typing import Any

Build = Callable[..., tuple[str, str]]
CompileBuilder = Callable[..., Build]


def build_urls_lazily() -> None:
    """For all routes from now on. Does nothing with a Werkzeug that makes its routes in another way."""
    from werkzeug.routing import Rule

    compile_builder = getattr(Rule, "_compile_builder", None)
    if compile_builder is not None:
        Rule._compile_builder = lazy(compile_builder)  # type: ignore[method-assign]


def lazy(compile_builder: CompileBuilder) -> CompileBuilder:
    """What makes a function of a rule, as one that makes it when that function is first called."""

    def compile_later(rule: Any, append_unknown: bool = True) -> Build:
        if not _surely_compiles(rule):
            return compile_builder(rule, append_unknown)
        made: Build | None = None

        def build(self: Any, /, **values: Any) -> tuple[str, str]:
            nonlocal made
            if made is None:
                made = compile_builder(rule, append_unknown)
            return made(self, **values)

        return build

    return compile_later


def _surely_compiles(rule: Any) -> bool:
    """Else what is wrong with the rule has to be said where it is declared."""
    return not rule.defaults and all(name.isidentifier() and not iskeyword(name) for name in rule.arguments)
