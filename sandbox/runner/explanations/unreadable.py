"""Programs that cannot be read, where Python's own message says why."""

from __future__ import annotations

import unicodedata

from runner.situation import Rule, Situation, Told, line_has, reads, says


def _missing_colon(situation: Situation) -> Told | None:
    if "SyntaxError" not in situation.types or situation.message != "expected ':'":
        return None
    word = situation.bare.split()[0].rstrip(":") if situation.bare.split() else ""
    if word == "else" and situation.bare.strip() != "else":
        return Told("`else` takes no condition: it is for everything that is left.", "Write `elif` to test something else.")
    return Told(f"The `{word}` on line {situation.line} has no colon at its end.", f"Put a `:` at the end of line {situation.line}.")


def _unseen_character(situation: Situation) -> Told | None:
    if "SyntaxError" not in situation.types or "non-printable character U+" not in situation.message:
        return None
    code = int(situation.message.rpartition("U+")[2].split()[0], 16)
    name = unicodedata.name(chr(code), "a control character").lower()
    return Told(
        f"Line {situation.line} holds a character that cannot be seen ({name}). It comes along when code is copied from a page.",
        "Delete the line and type it again." if code != 0xA0 else "Delete the spaces on this line and type them again with the space bar.",
    )


def _reversed_import(situation: Situation) -> Told | None:
    if "SyntaxError" not in situation.types or "'from ... import ...'" not in situation.message:
        return None
    words, _, module = situation.bare.strip().removeprefix("import ").partition(" from ")
    return Told("The two halves of this import are the wrong way round.", f"Write `from {module.strip()} import {words.strip()}`.")


def _in_dict(situation: Situation) -> bool:
    before = situation.bare[: (situation.column or 1) - 1]
    return before.count("{") > before.count("}")


RULES: list[Rule] = [
    _missing_colon,
    says("SyntaxError", r"'(.)' was never closed", "The bracket `{a}` opened on line {line} is never closed.", "Find where it should end and close it there."),
    says("SyntaxError", r"unmatched '(.)'", "Line {line} has one `{a}` too many, or the bracket that opens it is missing.", "Count the opening and the closing brackets of the line."),
    says("SyntaxError", r"closing parenthesis '(.)' does not match opening parenthesis '(.)'(?: on line (\d+))?", "The bracket `{b}` is closed with `{a}`.", "Close each bracket with its own partner: ( ), [ ], {{ }}."),
    says("SyntaxError", "unterminated triple-quoted", "The text that starts with three quotes on line {line} never ends.", 'Add the three quotes where it should end.'),
    says("SyntaxError", "unterminated", "The apostrophe ends the text too early: it is the same character as the quote around it.", "Put the whole text in double quotes \".", line_has(r"'[^'\"]*\w'\w")),
    says("SyntaxError", "unterminated", "The text that starts on line {line} is not closed on the same line.", "Add the closing quote, of the same kind as the opening one."),
    says("SyntaxError", "invalid character '([“”„‟‘’‚«»′″])'", "Line {line} has the curly quote {a}, as in a letter. Python knows only the straight ones.", "Type the quotes again: \" or '."),
    says("SyntaxError", "invalid character '([‐‑‒–—−])'", "The {a} on line {line} is a dash, and Python's minus is a different character.", "Type the minus again: -"),
    says("SyntaxError", "invalid character '(.+?)'", "Python has no use for the character {a} outside a text.", "Type that part of line {line} again, or put it in quotes."),
    _unseen_character,
    says("SyntaxError", "null bytes", "The program holds a character that is not text.", "Type the program again instead of copying it."),
    says("SyntaxError", "Maybe you meant '=='", "In a dict, a key and its value are joined by a colon, not by `=`.", "Write `\"key\": value`.", _in_dict),
    says("SyntaxError", "Maybe you meant '=='", "A single `=` stores a value. Comparing is written `==`.", "Write `==` in the condition.", reads(r"^\s*(if|elif|while|return|assert)\b")),
    says("SyntaxError", "cannot assign to expression", "A name cannot have a `-` in it: Python reads it as minus.", "Use an underscore instead: `my_name`.", reads(r"^\s*\w+(-\w+)+\s*=")),
    says("SyntaxError", "cannot assign to function call", "A call stands left of the `=`, and nothing can be stored in a call.", "Put a name on the left: `name = …`."),
    says("SyntaxError", "cannot assign to (literal|f-string)", "A value stands left of the `=`, where a name must be.", "Swap the two sides: `name = value`."),
    says("SyntaxError", "cannot assign to (True|False|None|__debug__)", "`{a}` is one of Python's own words and always means the same.", "Choose another name."),
    says("SyntaxError", "cannot assign to (.+?)(?: here|$|\\.)", "Only a name can stand left of the `=`, and here it is {a}.", "Put a name on the left: `name = …`."),
    says("SyntaxError", "Perhaps you forgot a comma", "Words stand side by side with nothing between them, so Python reads them as names.", "If they are text, put quotes around all of them.", reads(r"\(\s*[A-Za-z]+(\s+[A-Za-z]+)+\s*[!.?]?\s*\)")),
    says("SyntaxError", "Perhaps you forgot a comma", "Between {{ }} stands one name or expression, and here are two.", "Write a single name, without a space in it.", line_has(r"f['\"].*\{\s*\w+\s+\w+\s*\}")),
    says("SyntaxError", "Perhaps you forgot a comma", "Two values stand side by side on line {line} with nothing between them.", "Put a comma between them."),
    says("SyntaxError", "'return' outside function", "`return` works only inside a function, and line {line} is in none.", "Indent the line, so that it belongs to the function above it."),
    says("SyntaxError", "'await' outside", "`await` works only inside an `async def`.", "Leave `await` out: Flask's views need none."),
    says("SyntaxError", "'(break|continue)' (?:outside|not properly)", "`{a}` works only inside a loop, and line {line} is in none.", "Indent it into the loop it belongs to."),
    says("SyntaxError", "'(.+?)' outside (.+)", "`{a}` works only inside a {b}.", "Check the indentation of line {line}."),
    says("SyntaxError", "positional argument follows keyword argument", "In a call, arguments with a name (name=value) come last.", "Move the one without a name to the front."),
    says("SyntaxError", r"keyword argument repeated: (\w+)", "`{a}` is given twice in the same call.", "Keep one of the two."),
    says("SyntaxError", "duplicate argument '(\\w+)' in function definition$", "Two parameters of this function are both called `{a}`.", "Give one of them another name."),
    says("SyntaxError", "parameter without a default follows", "A parameter without a default stands after one that has a default.", "Move those with `=` to the end of the list."),
    says("SyntaxError", "expression cannot contain assignment", "The name of an argument is a plain word: no quotes, no point.", "Write `name=value`.", line_has(r"['\"]\s*=")),
    _reversed_import,
    says("SyntaxError", "Expected one or more names after 'import'", "Line {line} does not say what to import.", "Add the names after `import`."),
    says("SyntaxError", "trailing comma not allowed", "The import ends with a comma, so Python waits for one more name.", "Delete the comma at the end."),
    says("SyntaxError", "leading zeros in decimal", "A whole number does not start with 0.", "Put it in quotes, if it is a code such as a phone number; else drop the 0."),
    says("SyntaxError", "invalid (?:decimal|hexadecimal|octal|binary) literal", "A name cannot start with a digit, and a number cannot hold letters.", "Start the name with a letter, or put quotes around it."),
    says("SyntaxError", "unicodeescape", "A backslash in a text starts a special character, and this one is none.", "Put an r in front of the text: r\"C:\\Users\"."),
    says("SyntaxError", "unexpected character after line continuation", "A backslash outside a text means \"goes on in the next line\", and here something follows it.", "Delete the backslash. In an address or a date it is a /."),
    says("SyntaxError", "f-string: single '}'", "This f-string has a `}}` without its `{{`.", "Write `}}}}` if the character itself is meant."),
    says("SyntaxError", "f-string: (?:empty|valid) expression", "Between the {{ }} of this f-string is nothing that Python could work out.", "Put one name or expression between them."),
    says("SyntaxError", "f-string: expecting '}'|f-string", "Something is wrong between the {{ }} of this f-string.", "Put exactly one expression in them, and close them with `}}`."),
    says("SyntaxError", "expected 'except' or 'finally'", "The `try:` above line {line} has no `except:`.", "Add `except …:` in the same column as `try:`."),
    says("SyntaxError", r"expected '\('", "A function's name cannot have a `-` in it.", "Use an underscore instead: `my_view`.", reads(r"^\s*def\s+\w+-")),
    says("SyntaxError", r"expected '\('", "The brackets after the function's name are missing.", "Write `def name():`.", reads(r"^\s*def\b")),
    says("SyntaxError", "expected 'else' after 'if' expression", "A one-line `if` must say what the value is otherwise.", "Add `else …` at the end."),
    says("SyntaxError", "':' expected after dictionary key", "A key of this dict has no value.", "Write `\"key\": value`."),
    says("SyntaxError", "expression expected after dictionary key", "A key of this dict has a colon, and no value after it.", "Add the value."),
    says("SyntaxError", "expected '(.+?)'", "Python expected `{a}` on line {line}.", "Look at the line, and at the end of the line above."),
    says("SyntaxError", r"name '(\w+)' is (?:assigned to|used prior to).* before global|name '(\w+)' is used prior", "`global` comes too late: the function has used the name already.", "Make `global …` the first line of the function."),
    says("SyntaxError", "no binding for nonlocal '(\\w+)'", "No function around this one has a `{a}`.", "Write `global {a}` if it is made outside of all functions."),
    says("SyntaxError", "cannot delete", "`del` removes a name or an item, and this is neither.", "Name what to delete: `del things[0]`."),
    says("SyntaxError", "too many (?:statically )?nested", "Brackets or blocks are nested deeper than Python goes.", "Split it into smaller parts."),
    says("UnicodeEncodeError", "surrogates not allowed", "The program holds half a character, perhaps of an emoji.", "Delete that character and type it again."),
]
