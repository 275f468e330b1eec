"""Indentation."""

from __future__ import annotations

from runner.situation import Rule, Situation, Told, says


def _line_above(situation: Situation) -> tuple[int, str]:
    """Number and text of the nearest line above that is not empty."""
    for number in range((situation.line or 1) - 1, 0, -1):
        if situation.lines[number - 1].strip():
            return number, situation.lines[number - 1]
    return 0, ""


def _below_decorator(situation: Situation) -> Told | None:
    number, above = _line_above(situation)
    if "IndentationError" not in situation.types or "unexpected indent" not in situation.message or not above.lstrip().startswith("@"):
        return None
    return Told(
        f"Line {situation.line} stands further right than the decorator on line {number}, and the two belong together.",
        "Start the `def` in the same column as the `@` above it.",
    )


RULES: list[Rule] = [
    says(
        "TabError",
        "",
        "Line {line} is indented with other characters (tabs or spaces) than the lines around it.",
        "Delete what stands before its first word, and indent it with spaces, four for each level.",
    ),
    says(
        "IndentationError",
        r"expected an indented block after (.+?) on line (\d+)",
        "The {a} on line {b} has no body: nothing is indented below it.",
        "Indent the lines that belong to it by four spaces.",
    ),
    says("IndentationError", "expected an indented block", "Line {line} should belong to the block above it.", "Indent it by four spaces."),
    _below_decorator,
    says(
        "IndentationError",
        "unexpected indent",
        "Line {line} is indented further than the line above it, and no line that ends with `:` asks for that.",
        "Move it left, under the start of the line above.",
    ),
    says(
        "IndentationError",
        "unindent does not match",
        "The indentation of line {line} is like that of no block above it.",
        "Give it exactly as many spaces as the lines it belongs with.",
    ),
]
