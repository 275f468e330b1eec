"""Reads a program on standard input and prints every small change of it that its checks should notice, as JSON.

Runs by itself (`python3 scripts/exercises/mutants.py < solution.py`), and in the sandbox image, whose Python reads what
learners' Python reads, as one text that can import nothing of ours: so it is one file (docs/decisions/0070-mutation-gate.md). Nothing of the program is executed: it is parsed, one place is changed, and it is parsed again.

Each mutant is `{"kind", "first", "last", "lines"}`: the lines first to last (from 1) are replaced by `lines`. Left alone
is what decides nothing: the block under `if __name__ == "__main__"`, docstrings, annotations, imports, the value of a
secret key.
"""

import ast
import json
import re
import sys

COMPARISONS = {"==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "in": "not in", "not in": "in", "is": "is not", "is not": "is"}
COMPARISON = re.compile(rb"not\s+in\b|is\s+not\b|[=!<>]=|[<>]|\bin\b|\bis\b")
ARITHMETIC = {"+": "-", "-": "+", "*": "+", "/": "*", "//": "*", "%": "*", "**": "*"}
ARITHMETIC_SIGN = re.compile(rb"\*\*|//|[-+*/%]")
METHODS = {"get": "post", "post": "get", "put": "post", "patch": "put", "delete": "post"}
COOKIE_CALLS = {"set_cookie", "delete_cookie"}
SECRET = re.compile(r"secret_?key", re.IGNORECASE)
LONG_TEXT = 60  # characters: of such a text a letter more is no mistake that a check should find; that it is gone is
FSTRINGS_HAVE_PLACES = sys.version_info >= (3, 12)


class Program:
    """A program's text, and edits of it by the places that `ast` knows (lines, and columns in bytes of UTF-8)."""

    def __init__(self, text):
        self.text = text
        self.tree = ast.parse(text)
        self.bytes = text.encode()
        starts = [0]
        for line in self.bytes.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        self.starts = starts

    def span(self, node):
        return self.starts[node.lineno - 1] + node.col_offset, self.starts[node.end_lineno - 1] + node.end_col_offset

    def of(self, node):
        start, end = self.span(node)
        return self.bytes[start:end]

    def line_of(self, offset):
        return self.bytes.count(b"\n", 0, offset) + 1

    def edited(self, *edits):
        """The program with byte ranges replaced, as (first line, last line, new lines), or None when it is no Python or no change."""
        new = self.bytes
        for start, end, replacement in sorted(edits, reverse=True):
            new = new[:start] + replacement + new[end:]
        try:
            if ast.dump(ast.parse(new)) == ast.dump(self.tree):
                return None
        except (SyntaxError, ValueError):
            return None
        first = self.line_of(min(start for start, _, _ in edits))
        last = self.line_of(max(max(start, end - 1) for start, end, _ in edits))
        after = len(self.bytes.splitlines()) - last
        lines = new.decode().splitlines()
        return first, last, lines[first - 1 : len(lines) - after]


def within(program, left, right, pattern):
    """The first match of an operator's pattern between two operands, as (start, end)."""
    start, end = program.span(left)[1], program.span(right)[0]
    found = pattern.search(program.bytes, start, end)
    return found and found.span()


# -- one function per kind of node; each yields (kind, edits…) ------------------------------------------------------------


def constants(program, node, inside_text):
    start, end = program.span(node)
    value = node.value
    if isinstance(value, bool):
        yield "constant", (start, end, str(not value).encode())
    elif isinstance(value, (int, float)):
        yield "constant", (start, end, str(value + 1).encode())
    elif isinstance(value, (str, bytes)) and inside_text:
        if value.strip():
            yield "constant", (end, end, b"x")
    elif isinstance(value, (str, bytes)):
        source = program.of(node)
        quotes = re.match(rb"[rRbBuU]*(\"\"\"|'''|\"|')", source)
        closing = len(quotes[1])
        if len(value) > LONG_TEXT or (b"\n" in source and value):
            yield "constant", (start, end, quotes[0].replace(quotes[1], quotes[1][:1] * 2))
        else:
            yield "constant", (end - closing, end - closing, b"x")


def comparisons(program, node):
    operands = [node.left, *node.comparators]
    for left, right in zip(operands, operands[1:]):
        place = within(program, left, right, COMPARISON)
        if place:
            sign = " ".join(program.bytes[slice(*place)].decode().split())
            yield "comparison", (*place, COMPARISONS[sign].encode())


def arithmetic(program, node):
    place = within(program, node.left, node.right, ARITHMETIC_SIGN)
    if place:
        sign = program.bytes[slice(*place)].decode()
        if sign in ARITHMETIC:
            yield "arithmetic", (*place, ARITHMETIC[sign].encode())


def changes(program, node):
    """`count -= 1` counts up."""
    place = within(program, node.target, node.value, ARITHMETIC_SIGN)
    sign = place and program.bytes[slice(*place)].decode()
    if sign in ARITHMETIC:
        yield "arithmetic", (*place, ARITHMETIC[sign].encode())


def both_or_one(program, node):
    before, after = (rb"\band\b", b"or") if isinstance(node.op, ast.And) else (rb"\bor\b", b"and")
    for left, right in zip(node.values, node.values[1:]):
        place = within(program, left, right, re.compile(before))
        if place:
            yield "condition", (*place, after)


def negations(program, node):
    if isinstance(node.op, ast.Not):
        yield "condition", (*program.span(node), program.of(node.operand))


def conditions(program, node):
    """A test that is a name or a call; what compares has mutants of its own."""
    if not isinstance(node.test, (ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Constant)):
        start, end = program.span(node.test)
        yield "condition", (start, end, b"not (" + program.of(node.test) + b")")


def calls(program, node):
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    plain = [argument for argument in node.args if not isinstance(argument, ast.Starred)]
    for first, second in zip(plain, plain[1:]):
        if program.of(first) != program.of(second):
            yield "swapped arguments", (*program.span(first), program.of(second)), (*program.span(second), program.of(first))
    for keyword in node.keywords:
        if keyword.arg:
            yield "cookie flag" if name in COOKIE_CALLS else "argument", (*with_comma(program, keyword), b"")


def with_comma(program, node):
    """The span of an argument with the comma before it, or, for the first one, the comma behind it."""
    start, end = program.span(node)
    before = program.bytes[:start].rstrip()
    if before.endswith(b","):
        return len(before) - 1, end
    behind = re.compile(rb"\s*,\s*").match(program.bytes, end)
    return start, behind.end() if behind else end


def decorators(program, node):
    for decorator in node.decorator_list:
        start, end = program.span(decorator)
        at = program.bytes.rindex(b"@", 0, start)
        line_end = program.bytes.find(b"\n", end)
        at = program.bytes.rfind(b"\n", 0, at) + 1
        yield "decorator", (at, len(program.bytes) if line_end < 0 else line_end + 1, b"")
        if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Attribute):
            yield from routes(program, decorator)


def routes(program, decorator):
    attribute = decorator.func.attr
    if attribute not in METHODS and attribute != "route":
        return
    end = program.span(decorator.func)[1]
    if attribute in METHODS:
        yield "method", (end - len(attribute), end, METHODS[attribute].encode())
    for keyword in decorator.keywords:
        if keyword.arg == "methods" and isinstance(keyword.value, (ast.List, ast.Tuple)):
            yield from methods(program, keyword.value)
    if decorator.args and isinstance(decorator.args[0], ast.Constant) and isinstance(decorator.args[0].value, str):
        path = decorator.args[0]
        span = program.span(path)
        yield "route", (*span, quoted(moved(path.value)))
        for converter in re.finditer(r"<\w+(?:\([^)]*\))?:", path.value):
            yield "route", (*span, quoted(path.value[: converter.start()] + "<" + path.value[converter.end() :]))


def methods(program, node):
    if len(node.elts) == 1:
        other = "POST" if getattr(node.elts[0], "value", "") == "GET" else "GET"
        yield "method", (*program.span(node.elts[0]), quoted(other))
        return
    for element in node.elts:
        yield "method", (*with_comma(program, element), b"")


def moved(path):
    """The same route at another address: a letter more in its first fixed part."""
    fixed = re.match(r"/[^<>/]+", path)
    return f"{fixed[0]}x{path[fixed.end() :]}" if fixed else f"/x{path}".removesuffix("/")


def quoted(text):
    return json.dumps(text, ensure_ascii=False).encode()


def statements(program, node):
    start, end = program.span(node)
    if isinstance(node, ast.Return):
        if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
            yield "statement", (start, end, b"return None")
    elif isinstance(node, (ast.AugAssign, ast.Delete, ast.Raise, ast.Global)):
        yield "statement", (start, end, b"pass")
    elif isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant):
        yield "statement", (start, end, b"pass")
    elif isinstance(node, ast.Assign) and not any(isinstance(target, ast.Name) for target in node.targets):
        # without a name that is read later, Python would stop: no test of the checks
        yield "statement", (start, end, b"pass")


# -- the walk -------------------------------------------------------------------------------------------------------------

BY_NODE = {
    ast.Compare: comparisons,
    ast.BinOp: arithmetic,
    ast.AugAssign: changes,
    ast.BoolOp: both_or_one,
    ast.UnaryOp: negations,
    ast.If: conditions,
    ast.While: conditions,
    ast.IfExp: conditions,
    ast.Call: calls,
    ast.FunctionDef: decorators,
    ast.AsyncFunctionDef: decorators,
}


def is_main_block(node):
    return isinstance(node, ast.If) and "__name__" in ast.dump(node.test)


def is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def is_secret(node):
    return isinstance(node, ast.Assign) and any(SECRET.search(ast.dump(target)) for target in node.targets)


def route_strings(node):
    """What `routes` changes already, so that a route is not counted twice."""
    found = set()
    for decorator in getattr(node, "decorator_list", []):
        if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Attribute) and decorator.func.attr in {*METHODS, "route"}:
            found.update(id(argument) for argument in decorator.args[:1])
            found.update(id(keyword) for keyword in decorator.keywords if keyword.arg == "methods")
    return found


def mutations(program, node, skipped, inside_text=False):
    """Every (kind, edits…) at or below a node."""
    if id(node) in skipped or is_main_block(node) or is_docstring(node) or isinstance(node, (ast.Import, ast.ImportFrom, ast.arguments, ast.FormattedValue)):
        # of a function's arguments and of what stands in { } of a text only the expressions count, not annotations and formats
        if isinstance(node, ast.arguments):
            for default in [*node.defaults, *filter(None, node.kw_defaults)]:
                yield from mutations(program, default, skipped)
        elif isinstance(node, ast.FormattedValue) and FSTRINGS_HAVE_PLACES:
            yield from mutations(program, node.value, skipped)
        return
    if isinstance(node, ast.stmt):
        yield from statements(program, node)
    if isinstance(node, ast.Constant):
        yield from constants(program, node, inside_text)
    if type(node) in BY_NODE:
        yield from BY_NODE[type(node)](program, node)
    skipped = skipped | route_strings(node)
    if isinstance(node, ast.JoinedStr):
        if FSTRINGS_HAVE_PLACES:
            for part in node.values:
                yield from mutations(program, part, skipped, inside_text=True)
        return
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "type_params") or (field == "value" and is_secret(node)):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from mutations(program, child, skipped)


def mutants_of(text):
    """All mutants in the order of the file, each once."""
    program = Program(text)
    found = {}
    for kind, *edits in mutations(program, program.tree, frozenset()):
        change = program.edited(*edits)
        if change:
            first, last, lines = change
            found.setdefault((first, last, tuple(lines)), {"kind": kind, "first": first, "last": last, "lines": lines})
    return sorted(found.values(), key=lambda mutant: (mutant["first"], mutant["last"]))


print(json.dumps(mutants_of(sys.stdin.read()), ensure_ascii=False))
