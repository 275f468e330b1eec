"""What beginners' errors mean: what happened, and one thing to try.

Order matters: the first rule that answers is used, so the special ones stand before the general ones.
"""

from runner.explanations import (
    calls,
    database,
    files_and_limits,
    flask_requests,
    flask_views,
    imports,
    indentation,
    names,
    other_languages,
    templates,
    unreadable,
    unreadable_lines,
    values,
)
from runner.situation import Rule, line_has, says

BLANK = says(
    "BaseException",
    "",
    "There is still a blank `___` on line {line}.",
    "Replace `___` with your code.",
    line_has(r"(?<!\w)_{3,}(?!\w)"),
)

#: for a program that Python cannot even read
UNREADABLE: list[Rule] = [BLANK, *indentation.RULES, *other_languages.RULES, *unreadable.RULES, *unreadable_lines.RULES]

#: for a program that ran, and stopped
RUNNING: list[Rule] = [
    BLANK,
    *templates.RULES,
    *names.RULES,
    *imports.RULES,
    *flask_views.RULES,
    *flask_requests.RULES,
    *database.RULES,
    *files_and_limits.RULES,
    *calls.RULES,
    *values.RULES,
]
