"""Names that Python does not know."""

from __future__ import annotations

import ast
import builtins
import re
import sys

from runner.situation import Rule, Situation, Told, near, says

FLASK_NAMES = frozenset(
    ["Flask", "request", "session", "make_response", "redirect", "url_for", "render_template", "render_template_string", "jsonify", "abort", "flash", "g", "current_app", "send_file", "send_from_directory", "get_flashed_messages", "Response", "Blueprint"]
)
#: names that beginners meet in examples, and the module that has them
HOMES = {
    "secure_filename": "werkzeug.utils",
    "generate_password_hash": "werkzeug.security",
    "check_password_hash": "werkzeug.security",
    "escape": "markupsafe",
    "Markup": "markupsafe",
    "wraps": "functools",
    "timedelta": "datetime",
    "date": "datetime",
    "Path": "pathlib",
    "BytesIO": "io",
    "StringIO": "io",
    "randint": "random",
    "choice": "random",
    "shuffle": "random",
    "sleep": "time",
    "sqrt": "math",
    "ceil": "math",
    "floor": "math",
    "pi": "math",
    "dataclass": "dataclasses",
    "Counter": "collections",
    "defaultdict": "collections",
    "URLSafeTimedSerializer": "itsdangerous",
    "Decimal": "decimal",
    "uuid4": "uuid",
    "token_hex": "secrets",
}
#: how others spell what Python has
OTHER_SPELLINGS = {
    "true": "True",
    "TRUE": "True",
    "false": "False",
    "FALSE": "False",
    "none": "None",
    "NONE": "None",
    "null": "None",
    "NULL": "None",
    "nil": "None",
    "undefined": "None",
    "raw_input": "input",
    "xrange": "range",
    "unicode": "str",
    "string": "str",
    "integer": "int",
    "boolean": "bool",
    "console": "print(…)",
    "echo": "print(…)",
    "printf": "print(…)",
    "_name_": "__name__",
    "name": "__name__",
    "_name__": "__name__",
    "__name": "__name__",
}


def _unknown(situation: Situation) -> Told | None:
    """NameError, by what the name looks like and where else the program has it."""
    found = re.match(r"name '(\w+)' is not defined", situation.message)
    if not found or "NameError" not in situation.types:
        return None
    name = found[1]
    return (
        _other_spelling(name, situation)
        or _to_import(name, situation)
        or _lacks_self(name, situation)
        or _made_later(name, situation)
        or _made_elsewhere(name, situation)
    )


def _other_spelling(name: str, situation: Situation) -> Told | None:
    word = OTHER_SPELLINGS.get(name)
    if not word or (word == "__name__" and "Flask(" not in situation.text) or (name == "string" and "string." in situation.text):
        return None
    return Told(f"Python knows no `{name}`.", f"Write `{word}`.")


def _to_import(name: str, situation: Situation) -> Told | None:
    if name in FLASK_NAMES or name in HOMES:
        home = "flask" if name in FLASK_NAMES else HOMES[name]
        existing = _import_of(home, situation)
        if existing:
            return Told(f"`{name}` is used on line {situation.line} and not imported.", f"Add it to line {existing.lineno}: `{_with(existing, name)}`.")
        return Told(f"`{name}` is used on line {situation.line} and not imported.", f"Add a line at the top: `from {home} import {name}`.")
    if name in sys.stdlib_module_names or name == "flask":
        return Told(f"`{name}` is a module, and it is not imported.", f"Add a line at the top: `import {name}`.")
    return None


def _import_of(module: str, situation: Situation) -> ast.ImportFrom | None:
    nodes = situation.tree.body if situation.tree else []
    return next((node for node in nodes if isinstance(node, ast.ImportFrom) and node.module == module and node.level == 0), None)


def _with(node: ast.ImportFrom, name: str) -> str:
    names = [ast.unparse(alias) for alias in node.names] + [name]
    shown = ", ".join(names) if len(names) < 7 else f"…, {name}"
    return f"from {node.module} import {shown}"


def _lacks_self(name: str, situation: Situation) -> Told | None:
    if name != "self":
        return None
    return Told("The method uses `self`, and has no such parameter.", "Make `self` the first name between the brackets of its `def`.")


def _made_later(name: str, situation: Situation) -> Told | None:
    """The program makes the name, further down."""
    for node in situation.tree.body if situation.tree else []:
        if node.lineno > (situation.line or 0) and name in _made_by(node):
            return Told(
                f"`{name}` is made on line {node.lineno}, and Python reads from top to bottom: on line {situation.line} it does not exist yet.",
                f"Move line {situation.line} below line {node.lineno}, or that one up.",
            )
    return None


def _made_by(node: ast.stmt) -> set[str]:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {node.name}
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return {part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)}


def _made_elsewhere(name: str, situation: Situation) -> Told | None:
    """The name exists only inside another function."""
    for function in ast.walk(situation.tree) if situation.tree else ():
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) or (situation.calls and function.name == situation.calls[-1][1]):
            continue
        arguments = {argument.arg for argument in function.args.args}
        if name in arguments or any(isinstance(node, ast.stmt) and name in _made_by(node) for node in ast.walk(function)):
            return Told(
                f"`{name}` belongs to the function `{function.name}` and exists only inside it.",
                f"Let `{function.name}` give it back with `return`, and use what the call gives.",
            )
    return None


def _unbound(situation: Situation) -> Told | None:
    """A name that the function gives a value somewhere, and uses where it has none."""
    found = re.search(r"variable '(\w+)' where it is not associated", situation.message)
    if not found or "UnboundLocalError" not in situation.types:
        return None
    name = found[1]
    outside = [node for node in (situation.tree.body if situation.tree else []) if name in _made_by(node)]
    if any(isinstance(node, (ast.Assign, ast.AnnAssign)) for node in outside):
        return Told(
            f"The function gives `{name}` a value, so inside it `{name}` is a name of its own, not the one outside. On line {situation.line} it has no value yet.",
            f"To change the one outside, make `global {name}` the first line of the function.",
        )
    if outside or hasattr(builtins, name):
        return Told(f"The function stores a value of its own under the name `{name}`, and that hides the `{name}` from outside.", "Give your own value another name.")
    return Told(
        f"On this way through the function `{name}` got no value before line {situation.line}.",
        "Give it a value at the start of the function, before any `if`.",
    )


RULES: list[Rule] = [
    _unbound,
    says("NameError", r"name '(\w+)' is not defined", "Python knows no `{a}`; there is a `{near}`.", "Did you mean `{near}`?", lambda situation: near(situation) and not _home(situation)),
    _unknown,
    says(
        "NameError",
        r"cannot access free variable '(\w+)'",
        "The inner function uses `{a}`, which has no value yet.",
        "Give `{a}` its value before the inner function is called.",
    ),
    says(
        "NameError",
        r"name '(\w+)' is not defined",
        "Python knows no `{a}` on line {line}.",
        "If `{a}` is meant as text, put it in quotes; else give it a value above this line.",
    ),
]


def _home(situation: Situation) -> bool:
    """Whether the name itself can be imported or has another spelling: then a near name would lead astray."""
    found = re.match(r"name '(\w+)'", situation.message)
    name = found[1] if found else ""
    return name in FLASK_NAMES or name in HOMES or name in OTHER_SPELLINGS or name in sys.stdlib_module_names
