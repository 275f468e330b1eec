"""Programs that cannot be read, where Python says only "invalid syntax" and the line itself tells more."""

from __future__ import annotations

import keyword
import re
from difflib import get_close_matches

from runner.situation import Condition, Rule, Situation, Told, line_has, reads, says

_OPENERS = r"^\s*(if|elif|for|while|def|class|else|try|except|with)\b"
_WORDS = "|".join(keyword.kwlist)


def _line(when: Condition, plain: str, try_this: str) -> Rule:
    return says("SyntaxError", "invalid syntax", plain, try_this, when)


def _alone(situation: Situation) -> Told | None:
    """`else`, `elif`, `except` or `finally` that follows nothing it could belong to."""
    if "SyntaxError" not in situation.types or not situation.message.startswith(("invalid syntax", "'elif' block follows")):  # the second since Python 3.14
        return None
    found = re.match(r"\s*(else|elif|except|finally)\b", situation.bare)
    if not found:
        return None
    above = next((text for text in reversed(situation.lines[: (situation.line or 1) - 1]) if _indent(text) == _indent(situation.text)), "")
    if found[1] in ("elif", "else") and above.lstrip().startswith("else"):
        return Told(f"This `{found[1]}` comes after an `else`, and `else` is always the last.", f"Move the `{found[1]}` above the `else`." if found[1] == "elif" else "Keep one `else`.")
    owner = "`try`" if found[1] in ("except", "finally") else "`if`"
    return Told(
        f"This `{found[1]}` has no {owner} to belong to.",
        f"Put it directly below the block of its {owner}, in the same column as that {owner}.",
    )


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip()) if text.strip() else -1


def _decorator(situation: Situation) -> Told | None:
    """A decorator must have its function directly below."""
    if "SyntaxError" not in situation.types or not situation.message.startswith("invalid syntax") or not situation.line:
        return None
    numbered = [(number, text) for number, text in enumerate(situation.lines[: situation.line], 1) if text.strip()]
    last = [(number, text) for number, text in numbered[-2:] if text.lstrip().startswith("@")]
    if not last or re.match(r"\s*(def|async|class|@)", situation.bare) and not situation.bare.lstrip().startswith("@"):
        return None
    number = last[-1][0]
    return Told(f"The decorator on line {number} belongs to a function, and there is none directly below it.", "Put the `def` on the next line.")


def _mistyped_word(situation: Situation) -> Told | None:
    """`retrun`, `improt`, `form flask import`, `If`, `Return`."""
    if "SyntaxError" not in situation.types or not situation.message.startswith("invalid syntax"):
        return None
    found = re.match(r"\s*([A-Za-z]{2,})\s+\S", situation.bare)
    if not found or keyword.iskeyword(found[1]):
        return None
    word = found[1]
    if re.match(r"\s*\w+\s+[\w.]+\s+import\b", situation.bare):
        return Told(f"Python has no word `{word}`.", "Did you mean `from`?")
    if word.lower() in keyword.kwlist:
        return Told(f"Python writes `{word.lower()}` in small letters.", f"Replace `{word}` with `{word.lower()}`.")
    near = get_close_matches(word.lower(), [known for known in keyword.kwlist if len(known) > 2], n=1, cutoff=0.65)
    return Told(f"Python has no word `{word}`.", f"Did you mean `{near[0]}`?") if near else None


def _word_as_name(situation: Situation) -> Told | None:
    """A word of Python's own where a name should be."""
    if "SyntaxError" not in situation.types or not situation.message.startswith("invalid syntax"):
        return None
    found = re.search(rf"^\s*({_WORDS})\s*=[^=]|[(,]\s*({_WORDS})\s*(?==[^=])|\bdef\s+({_WORDS})\s*\(|\bdef\s+\w+\(.*?\b({_WORDS})\s*[,)]", situation.bare)
    if not found:
        return None
    word = next(group for group in found.groups() if group)
    return Told(f"`{word}` is one of Python's own words, so it cannot be a name.", f"Choose another name, such as `{word}_`.")


RULES: list[Rule] = [
    _line(line_has(r"^\s*@[\w.]+\(\s*/"), "The address in the decorator is text, and it has no quotes.", "Write it in quotes: @app.route(\"/…\")."),
    _line(reads(r"^\s*@.*\)\s*(def|async)\b"), "The decorator and the function stand on the same line.", "Start a new line before `def`."),
    _line(reads(r"^\s*@.*\)\s*:\s*$"), "A decorator has no colon at its end.", "Delete the `:` at the end of line {line}."),
    _line(reads(_OPENERS + r".*;\s*$"), "Line {line} ends with `;`, where a colon belongs.", "Replace the `;` with `:`."),
    _alone,
    _word_as_name,
    _line(reads(r"^\s*from\s+[\w.]+\s*$"), "Line {line} says where to import from, and not what.", "Write `from flask import …`."),
    _line(reads(r"^\s*from\s+\S+\s+import\s+.*\w\.\w"), "An import names whole things, without a point.", "Import the part before the point, and use the rest where you need it."),
    _line(reads(r"^\s*def\s+\w+\s*\(\s*(''|\"\"|\d)"), "Between the brackets of a `def` stand names, no values.", "Write a name for each value the function is given."),
    _line(reads(r"^\s*for\s+\w+\s+\w+"), "A `for` needs the word `in`.", "Write `for … in …:`."),
    _line(reads(r"\bnot\s*="), "`not =` is written `!=` in Python.", "Write `!=`."),
    _line(reads(r"\blambda\b.*:\s*return\b"), "A lambda gives its value without `return`.", "Leave `return` out."),
    _line(reads(r"\(([^(){}\[\]]*,)?\s*\w+\s*:(?!=)"), "In a call, a name and its value are joined by `=`, not by a colon.", "Write `name=value`."),
    _line(reads(r"^\s*\w+\s*:=\s*"), "Storing a value is written with `=`.", "Write `=` instead of `:=`."),
    _mistyped_word,
    _line(reads(r"^\s*[A-Za-z_]\w*( [A-Za-z_]\w*)+\s*=[^=]"), "A name cannot have a space in it.", "Use an underscore instead: `my_name`."),
    _line(reads(r"^\s*\w+\s*=[^=].*\s\w+\s*=[^=]"), "Two statements stand on line {line}.", "Start a new line for the second one."),
    _decorator,
    says("SyntaxError", "", "Python cannot make sense of line {line}.", "Look for a missing bracket, quote, comma or colon there, or at the end of the line above."),
]
