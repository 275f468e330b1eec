"""Writes docs/checks.md from the docstrings of sandbox/coursewright: npm run docs:checks.

    python3 scripts/docs/checks_reference.py            writes the page
    python3 scripts/docs/checks_reference.py --print    prints it instead

The sources are read, not imported, so any Python from 3.11 makes the same page. Which words stand where is said here;
a public word that stands nowhere is an error.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VOCABULARY = ROOT / "sandbox" / "coursewright"
PAGE = ROOT / "docs" / "checks.md"

HEAD = """# Writing checks

<!-- Made by npm run docs:checks from the docstrings in sandbox/coursewright. Edit those. -->

An exercise's `checks.py` says what a right program does. Each check is a function; the learner reads its name, and, when
it fails, what was asked, what was expected and what came:

```python
\"\"\"A visitor chooses a language, and is greeted in it.\"\"\"
from coursewright import check


@check("GET /set sends the lang cookie")
def sends_cookie(client, rng):
    code = rng.choice(["fr", "de", "sv"])
    client.get(f"/set/{code}").expect_status(200).expect_cookie("lang", value=code)


@check("A first-time visitor is greeted in English", points=2)
def greets_newcomer(client):
    client.get("/welcome").expect_text("Hello")
```

The program runs in one container and the checks in another, so a check never holds the learner's objects: it asks, and
gets answers. A program that does something else than a check expects fails the check. An exception in checks.py itself
is **your** fault, not the learner's: they read that the grader failed, it costs them nothing, and `npm run
check:exercises` tells you the file, the line and what stands there. So ask with the words below, which fail the check,
instead of `response.json["total"] + 1`, which breaks on a program that answers something else. A plain `assert` fails
the check with nothing for the learner to go on; write `expect(…, "what should be so")`.

Try a program: `npx tsx --conditions=react-server scripts/grade.ts <exercise-folder> <program.py> [seed]`.

Below, each word comes with an example and with what a learner reads when that example fails.
"""

SECTIONS: list[tuple[str, str, list[str]]] = [
    ("A check", "", ["registry.check"]),
    ("Saying it in your own words", "For what has no word of its own. All of them come from `coursewright`.", ["expectations.expect", "expectations.expect_equal", "expectations.fail"]),
    (
        "Asking the app",
        "`client` is a browser without cookies. It keeps those it gets. Every request gives a response.",
        [f"client.Client.{name}" for name in ("get", "post", "put", "patch", "delete", "request", "submit", "another")],
    ),
    ("What an answer holds", "", ["response.Response", *(f"answer.Answer.{name}" for name in ("text", "json", "location", "redirects")), "answer.Headers.get", "answer.Headers.all"]),
    (
        "Status, headers, text and redirects",
        "",
        [f"response.Response.{name}" for name in ("expect_status", "expect_text", "expect_no_text", "expect_body", "expect_header", "expect_no_header", "expect_redirect", "expect_path")],
    ),
    (
        "Cookies",
        "",
        [
            *(f"cookie_expectations.CookieExpectations.{name}" for name in ("expect_cookie", "expect_no_cookie", "expect_deleted_cookie", "cookie", "set_cookies")),
            "cookies.SetCookie.deletes",
            "cookies.SetCookie.lasts",
            *(f"client.Client.{name}" for name in ("cookies", "set_cookie", "delete_cookie")),
        ],
    ),
    ("Flask's session", "It is signed, not hidden, so a check can read it.", [f"client.Client.{name}" for name in ("expect_session", "expect_not_in_session", "session", "set_session")]),
    ("JSON", "", [f"data_expectations.DataExpectations.{name}" for name in ("expect_json", "expect_json_part", "json_at")]),
    ("Templates", "", ["data_expectations.DataExpectations.expect_template"]),
    (
        "Pages",
        "`response.html` is the page in an answer, read as forgivingly as a browser reads it.",
        [
            "response.Response.html",
            *(f"page.Page.{name}" for name in ("expect_element", "expect_no_element", "expect_text", "expect_link", "expect_form", "expect_rows", "select", "form", "links", "table")),
            "form.Form.fields",
            "elements.Element.text",
        ],
    ),
    ("The route table and the configuration", "", [f"program.Program.{name}" for name in ("expect_route", "routes", "config")]),
    ("Functions, output and input", "", [*(f"program.Program.{name}" for name in ("call", "try_call", "run")), "outcome.Outcome", *(f"outcome.Outcome.{name}" for name in ("expect_value", "expect_error", "expect_no_error", "expect_output", "expect_text"))]),
    (
        "The source",
        "Questions about the text of the program. Ask them when *how* is the task; else ask what the program does. `program.source` is the text, "
        "`program.tree` the same as an `ast.Module`, `program.stdout` what was printed while the program was loaded.",
        [f"source.Source.{name}" for name in ("expect_uses", "expect_no_use", "expect_calls_in_order", "expect_function", "expect_no_global", "uses", "defines", "decorators")],
    ),
]

#: public, but nothing that authors write
NOT_FOR_AUTHORS = {
    "elements.Element.inside", "elements.Element.select", "elements.attribute_name", "elements.read_page", "form.Form.controls", "form.Form.filled",
    "outcome.in_call", "outcome.value_of", "expectations.shown", "expectations.counted", "session.read_session", "source.Source.tree",
}  # fmt: skip
#: whole files that serve the others
INTERNAL_FILES = {"bodies", "cookie_table", "json_difference", "missing_route", "redirect_way", "templates", "__init__"}

#: how a check comes by the object
HOLDERS = {"Client": "client", "Program": "program", "Source": "program", "Page": "response.html", "Form": "form", "Outcome": "outcome", "Element": "element", "SetCookie": "cookie", "Headers": "response.headers"}


def words() -> dict[str, ast.AST]:
    """Every public function, class and method with a docstring, by file.Class.name."""
    found: dict[str, ast.AST] = {}
    for path in sorted(VOCABULARY.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                found[f"{path.stem}.{node.name}"] = node
            if isinstance(node, ast.ClassDef):
                found |= {f"{path.stem}.{node.name}.{inner.name}": inner for inner in node.body if isinstance(inner, ast.FunctionDef)}
    return {key: node for key, node in found.items() if not key.split(".")[-1].startswith("_") and ast.get_docstring(node)}


def unplaced(known: dict[str, ast.AST]) -> list[str]:
    placed = {key for _, _, keys in SECTIONS for key in keys} | NOT_FOR_AUTHORS
    functions = [key for key, node in known.items() if isinstance(node, ast.FunctionDef)]
    # the jar is not handed to checks
    return [key for key in functions if key not in placed and key.split(".")[0] not in INTERNAL_FILES and "CookieJar" not in key and key not in ("cookies.parse_set_cookie", "cookies.quote_value", "registry.take_checks", "registry.call")]


def signature(key: str, node: ast.AST) -> str:
    """As an author would type it: `client.get(path, **options)`; for a property only its name."""
    *_, owner, name = key.split(".")
    if isinstance(node, ast.ClassDef):
        return HOLDERS.get(name, name.lower())
    assert isinstance(node, ast.FunctionDef)
    holder = f"{HOLDERS.get(owner, 'response')}." if owner[0].isupper() else ""
    if any(getattr(decorator, "id", "") in ("property", "cached_property") for decorator in node.decorator_list):
        return f"{holder}{name}"
    arguments = ast.arguments(**{field: getattr(node.args, field) for field in node.args._fields})
    for group in ("posonlyargs", "args"):
        setattr(arguments, group, [ast.arg(argument.arg) for argument in getattr(arguments, group) if argument.arg != "self"])
    arguments.kwonlyargs = [ast.arg(argument.arg) for argument in arguments.kwonlyargs]
    for single in ("vararg", "kwarg"):
        if getattr(arguments, single):
            setattr(arguments, single, ast.arg(getattr(arguments, single).arg))
    text = ast.unparse(arguments)
    # `/` matters to nobody who reads examples
    return f"{'@' if key == 'registry.check' else ''}{holder}{name}({re.sub(r'(^|, )/(, |$)', lambda cut: ', ' if cut[1] and cut[2] else '', text)})"


def entry(key: str, node: ast.AST) -> str:
    text = ast.get_docstring(node) or ""
    example = re.search(r"^Example: (.+)$", text, re.MULTILINE)
    fails = re.search(r"^Fails: (.+)$", text, re.MULTILINE)
    prose = re.sub(r"^(Example|Fails): .+$", "", text, flags=re.MULTILINE).strip()
    parts = [f"### `{signature(key, node)}`", *(paragraph_of(block) for block in re.split(r"\n\s*\n", prose))]
    if example:
        parts.append(f"```python\n{example[1]}\n```")
    if fails:
        parts.append(f"> {as_quote(fails[1])}")
    return "\n\n".join(parts)


def paragraph_of(block: str) -> str:
    """A list of names and what they mean becomes a list; everything else is prose."""
    lines = block.split("\n")
    if all(re.match(r"(\w+  +\S| {4,})", line) for line in lines):
        items: list[str] = []
        for line in lines:
            named = re.match(r"(\w+)  +(.+)", line)
            if named:
                items.append(f"- `{named[1]}`: {named[2]}")
            else:
                items[-1] += f" {line.strip()}"
        return escape("\n".join(items))
    return escape(block)


def escape(text: str) -> str:
    """Tags and stars outside of code would not be shown."""
    pieces = re.split(r"(`[^`]*`)", text)
    return "".join(piece if piece.startswith("`") else piece.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_") for piece in pieces)


def as_quote(text: str) -> str:
    return escape(text)


def page() -> str:
    known = words()
    missing = [key for _, _, keys in SECTIONS for key in keys if key not in known]
    lost = unplaced(known)
    if missing or lost:
        sys.exit(f"checks_reference.py: in SECTIONS but not in the vocabulary: {missing}; in the vocabulary but not in SECTIONS: {lost}")
    parts = [HEAD.strip(), " · ".join(f"[{title}](#{anchor(title)})" for title, _, _ in SECTIONS)]
    for title, intro, keys in SECTIONS:
        parts += [f"## {title}", *([intro] if intro else []), *(entry(key, known[key]) for key in keys)]
    return "\n\n".join(parts) + "\n"


def anchor(title: str) -> str:
    return re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-")


if __name__ == "__main__":
    if "--print" in sys.argv:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        sys.stdout.write(page())
    else:
        PAGE.write_text(page(), encoding="utf-8")
        print(f"wrote {PAGE.relative_to(ROOT)}")
