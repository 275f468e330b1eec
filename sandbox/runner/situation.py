"""What a rule may look at when it explains an error, and how it answers."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

#: longer expressions are cut where a sentence names them
MAX_SHOWN = 60
#: no line a person wrote is longer; on longer ones the patterns would take their time
MAX_TEXT = 500

#: first line, last line, first column, last column of an instruction; columns in bytes, as `ast` counts them
Position = tuple[int, int, int, int]


@dataclass(frozen=True)
class Told:
    """What a learner reads."""

    #: what happened
    plain: str
    #: one thing to try; "" when nothing better than reading the first part can be said
    try_this: str = ""
    #: the line it is about, when that is another than the one where Python stopped
    line: int | None = None


@dataclass(frozen=True)
class Situation:
    """An error, and the program it happened in. Everything here is plain text and numbers: no object of the learner's."""

    #: names of the error's class and of all its base classes
    types: frozenset[str]
    message: str
    #: the near name Python itself offers
    near: str | None
    source: str
    #: where the learner's own code was last, from 1
    line: int | None
    #: the instruction that failed, when it is the learner's
    position: Position | None = None
    #: of a SyntaxError: the column, from 1
    column: int | None = None
    #: of an error in a template: its name, its line and that line's text
    template: tuple[str, int, str] | None = None
    #: Python could not even read the program, so none of it ran
    unreadable: bool = False
    #: the learner's frames, outermost first, as (line, function)
    calls: tuple[tuple[int, str], ...] = ()

    @cached_property
    def lines(self) -> list[str]:
        return self.source.splitlines()

    @property
    def text(self) -> str:
        """The learner's line, "" when there is none."""
        return self.lines[self.line - 1][:MAX_TEXT] if self.line and 0 < self.line <= len(self.lines) else ""

    @cached_property
    def bare(self) -> str:
        """The line without comment, and with nothing left in its quotes: words in texts are not code."""
        return bare(self.text)

    @cached_property
    def tree(self) -> ast.Module | None:
        """The program as a tree; None when it cannot be read."""
        try:
            return ast.parse(self.source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None

    def failing[Node: ast.AST](self, kind: type[Node]) -> Node | None:
        """The expression or statement of this kind that the failing instruction belongs to."""
        if self.position is None or self.tree is None:
            return None
        for node in ast.walk(self.tree):
            if isinstance(node, kind) and _place(node) == self.position:
                return node
        return None

    def code(self, node: ast.AST | None) -> str:
        """The node as the learner wrote it, on one line and not too long; "" without a node."""
        text = ast.get_source_segment(self.source, node) if node else None
        short = " ".join((text or "").split()).replace("`", "'")
        return short if len(short) <= MAX_SHOWN else short[: MAX_SHOWN - 1] + "…"

    def function(self, name: str) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
        """The last function of this name in the program."""
        found = [node for node in ast.walk(self.tree) if _is_function(node) and node.name == name] if self.tree else []
        return found[-1] if found else None


def _place(node: ast.AST) -> tuple[int, ...]:
    return tuple(getattr(node, name, None) or 0 for name in ("lineno", "end_lineno", "col_offset", "end_col_offset"))


def _is_function(node: ast.AST) -> bool:
    return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))


def bare(text: str) -> str:
    """A line without its comment and with empty quotes."""
    emptied = re.sub(r"'[^'\\]*(?:\\.[^'\\]*)*'|\"[^\"\\]*(?:\\.[^\"\\]*)*\"", lambda match: match[0][0] * 2, text)
    return emptied.split("#")[0].rstrip()


#: explains what it knows, and answers None to everything else
Rule = Callable[[Situation], Told | None]
Condition = Callable[[Situation], object]


def says(kind: str, pattern: str, plain: str, try_this: str = "", when: Condition | None = None) -> Rule:
    """A rule for errors whose class, or a base class, is `kind` and in whose message `pattern` is found.

    In both texts {a}, {b}, {c} stand for the groups of the pattern, {kind_a} for a group that names a type, in plain
    words, {near} for the near name Python offers, {line} for the number of the learner's line, {value} for what stands
    before the point, bracket or `(` where it failed.
    """
    compiled = re.compile(pattern, re.DOTALL)

    def rule(situation: Situation) -> Told | None:
        if kind not in situation.types:
            return None
        match = compiled.search(situation.message)
        if match is None or (when is not None and not when(situation)):
            return None
        slots = _slots(situation, match)
        return Told(plain.format_map(slots), try_this.format_map(slots))

    return rule


def _slots(situation: Situation, match: re.Match[str]) -> dict[str, str]:
    slots = {"near": situation.near or "", "line": str(situation.line or "?"), "value": before_the_failure(situation)}
    for letter, group in zip("abcd", match.groups(), strict=False):
        slots[letter] = (group or "").replace("`", "'")
        slots[f"kind_{letter}"] = in_words(group or "")
    return slots


def before_the_failure(situation: Situation) -> str:
    """What was looked into, called or taken apart, in the learner's words; "this value" when that cannot be told."""
    for kind, part in ((ast.Attribute, "value"), (ast.Subscript, "value"), (ast.Call, "func")):
        node = situation.failing(kind)
        if node is not None:
            return f"`{situation.code(getattr(node, part))}`"
    return "this value"


_KINDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "True or False",
    "list": "a list",
    "tuple": "a tuple",
    "dict": "a dict",
    "set": "a set",
    "bytes": "bytes",
    "NoneType": "None (nothing)",
    "None": "None (nothing)",
    "function": "a function",
    "method": "a function",
    "builtin_function_or_method": "a function",
    "type": "a class",
    "module": "a module",
    "datetime.date": "a date",
    "datetime.datetime": "a date with time",
    "Response": "a response",
    "ImmutableMultiDict": "a set of fields",
    "SecureCookieSession": "the session",
}


def in_words(kind: str) -> str:
    """A type's name as a beginner would say it."""
    return _KINDS.get(kind, f"a value of kind {kind}")


# ---- conditions ----


def near(situation: Situation) -> bool:
    return situation.near is not None


def reads(pattern: str) -> Condition:
    """The learner's line, without comment and what is in quotes, matches."""
    compiled = re.compile(pattern)
    return lambda situation: compiled.search(situation.bare)


def line_has(pattern: str) -> Condition:
    """The learner's line matches, whatever is in quotes included."""
    compiled = re.compile(pattern)
    return lambda situation: compiled.search(situation.text)
