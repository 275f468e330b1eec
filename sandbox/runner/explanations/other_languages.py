"""Lines that would be right in another language, in an older Python, or outside a program."""

from __future__ import annotations

from runner.situation import Condition, Rule, line_has, reads, says


def _line(when: Condition, plain: str, try_this: str, pattern: str = "") -> Rule:
    return says("SyntaxError", pattern, plain, try_this, when)


RULES: list[Rule] = [
    _line(reads(r"^\s*>>>"), "`>>>` is what Python's own prompt writes. It is no part of a program.", "Delete the `>>>` at the start of the line."),
    _line(line_has(r"^\s*```"), "Line {line} is a mark of a text around the program, no Python.", "Delete the line."),
    _line(line_has(r"^\s*<[!/]?\w+.*>"), "Line {line} is HTML, and Python cannot read HTML.", "Put it in quotes, as a text that the view returns."),
    _line(reads("`"), "The backquote has no meaning in Python.", "Use straight quotes: \" or '."),
    _line(reads(r"^\s*(//|/\*)"), "A comment in Python starts with `#`.", "Replace the start of the comment with `#`."),
    _line(reads(r"&&"), "Python has no `&&`.", "Write `and` instead."),
    _line(reads(r"\|\|"), "Python has no `||`.", "Write `or` instead."),
    _line(reads(r"!=="), "Python has no `!==`.", "Write `!=` instead."),
    _line(reads(r"==="), "Python has no `===`.", "Write `==` instead."),
    _line(reads(r"<>"), "Python has no `<>`.", "Write `!=` for \"is not the same as\"."),
    _line(reads(r"=!"), "The two characters of `=!` are the wrong way round.", "Write `!=`."),
    _line(reads(r"=<"), "The two characters of `=<` are the wrong way round.", "Write `<=`."),
    _line(reads(r"=>"), "Python has no `=>`.", "Write `>=` for \"at least\"."),
    _line(reads(r"(\+\+|--)\s*;?\s*$"), "Python has no `++` or `--`.", "Write `+= 1` or `-= 1`."),
    _line(reads(r"(?:\b(?:if|and|or|not|while|return)\b|[(=])\s*!\s*[\w(]"), "`!` does not mean \"not\" in Python.", "Write `not` instead."),
    _line(reads(r"^\s*(if|for|while|def|class|else|elif|try)\b.*\{\s*$"), "Python puts no {{ }} around a block.", "End line {line} with `:` and indent the lines below it."),
    _line(reads(r"^\s*\}"), "Python puts no {{ }} around a block.", "Delete the `}}`; the indentation shows where the block ends."),
    _line(reads(r"^\s*for\s*\(.*;"), "A `for` in Python goes over the items of something.", "Write `for i in range(3):` to count 0, 1, 2."),
    _line(reads(r"^\s*for\s+\w+\s+of\b"), "Python says `in`, not `of`.", "Write `for … in …:`."),
    _line(reads(r"^\s*(switch|do)\b.*:\s*$"), "Python has no `switch` and no `do`.", "Use `if` and `elif`, or `while`."),
    _line(reads(r"^\s*(else\s+if|elseif|elsif)\b"), "Python's word for \"else if\" is `elif`.", "Write `elif`."),
    _line(reads(r"^\s*(var|let|const|int|string|str|float|double|bool|boolean|char)\s+\w+\s*="), "Python needs no word in front of a new name.", "Start the line with the name: `name = …`."),
    _line(reads(r"\bnew\s+\w+\s*\("), "Python needs no `new` to make an object.", "Leave `new` out and call the class: `Thing()`."),
    _line(reads(r"\w\s*\?\s*\S.*:"), "Python has no `? :`.", "Write `one if condition else other`."),
    _line(reads(r"^\s*(function|func|fun|fn|define|sub|method)\s+\w+"), "A function in Python starts with `def`.", "Write `def name(…):`."),
    says("SyntaxError", r"Missing parentheses in call to '(\w+)'", "`{a}` is a function, and it is called without brackets.", "Put what comes after it in brackets: `{a}(…)`."),
    _line(reads(r"^\s*except\s+\w+\s*,\s*[a-z]\w*\s*:"), "The name for the error comes after `as`.", "Write `except ValueError as error:`.", "multiple exception types"),
    says("SyntaxError", "multiple exception types must be parenthesized", "Several kinds of error after `except` stand in brackets.", "Write `except (ValueError, KeyError):`."),
    _line(reads(r"^\s*raise\s+\w+\s*,"), "The text of an error stands in brackets after its name.", "Write `raise ValueError(\"…\")`."),
]
