"""Values of the wrong kind, or that are not there."""

from __future__ import annotations

import ast
import re

from runner.situation import Rule, Situation, Told, in_words, near, reads, says

_IS_TEXT = "What comes from a cookie, form or address is text"
#: methods that change a list in place and give nothing back
IN_PLACE = "append|sort|reverse|extend|insert|remove|clear|update|add|shuffle"


def _none(situation: Situation) -> Told | None:
    """None where something else was needed: which part of the line it was, and where it came from."""
    found = re.match(r"'NoneType' object (?:has no attribute '(\w+)'|is not subscriptable)", situation.message)
    node = situation.failing(ast.Attribute) or situation.failing(ast.Subscript)
    if not found or node is None:
        return None
    use = f"`.{found[1]}` cannot be used on it" if found[1] else "nothing can be taken out of it"
    return _about_none(situation, node.value, use)


def _none_to_loop(situation: Situation) -> Told | None:
    if not re.match(r"'NoneType' object is not iterable|cannot unpack non-iterable NoneType", situation.message):
        return None
    if situation.tree is None or situation.position is None:
        return None
    place = situation.position
    for node in ast.walk(situation.tree):
        if isinstance(node, ast.expr) and (node.lineno, node.end_lineno, node.col_offset, node.end_col_offset) == place:
            return _about_none(situation, node, "it cannot be taken apart")
    return None


def _about_none(situation: Situation, node: ast.expr, use: str) -> Told:
    code = situation.code(node)
    if isinstance(node, ast.Call):
        called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if situation.function(called):
            return Told(f"`{code}` gave None (nothing), so {use}.", f"Check that `{called}` ends with `return` and a value.")
        if called in ("fetchone", "get", "match", "search"):
            return Told(f"`{code}` found nothing and gave None, so {use}.", "Store what it gives, and use it only `if` it is not None.")
        return Told(f"`{code}` gave None (nothing), so {use}.", "Call it on a line of its own: it does its work and gives nothing back.")
    if isinstance(node, ast.Name):
        for number in range((situation.line or 1) - 1, 0, -1):
            made = re.match(rf"\s*{re.escape(node.id)}\s*=\s*(.+)", situation.lines[number - 1])
            if made and re.search(rf"\.({IN_PLACE})\(|\bprint\(", made[1]):
                return Told(f"`{code}` is None (nothing): what line {number} calls does its work and gives nothing back.", f"Take `{node.id} =` away on line {number}.")
            if made:
                return Told(f"`{code}` is None (nothing), so {use}. It got its value on line {number}.", f"Check `if {node.id} is None:` before you use it.")
    return Told(f"`{code}` is None (nothing), so {use}.", "Check that it is there before you use it.")


def _attribute(situation: Situation) -> Told | None:
    """What other languages call differently, and dicts with points."""
    found = re.match(r"'(\w+)' object has no attribute '(\w+)'", situation.message)
    if not found or "AttributeError" not in situation.types:
        return None
    kind, name = found[1], found[2]
    node = situation.failing(ast.Attribute)
    value = situation.code(node.value) if node else "…"
    if name in ("length", "size", "len", "count_of") and kind in ("str", "list", "tuple", "dict", "set"):
        return Told(f"{in_words(kind).capitalize()} has no `.{name}` in Python.", f"Write `len({value})`.")
    instead = {
        ("list", "push"): "append",
        ("list", "add"): "append",
        ("set", "append"): "add",
        ("dict", "append"): "",
        ("str", "append"): "",
        ("str", "toUpperCase"): "upper",
        ("str", "toLowerCase"): "lower",
        ("str", "trim"): "strip",
        ("str", "contains"): "",
        ("str", "includes"): "",
        ("list", "contains"): "",
        ("dict", "has_key"): "",
    }.get((kind, name))
    if instead:
        return Told(f"{in_words(kind).capitalize()} has no `.{name}`.", f"Write `.{instead}(…)`.")
    if name in ("contains", "includes", "has_key"):
        return Told(f"{in_words(kind).capitalize()} has no `.{name}`.", f"Write `… in {value}`.")
    if (kind, name) == ("str", "append"):
        return Told("A text cannot be changed, so it has no `.append`.", f"Make a new one: `{value} += …`.")
    if (kind, name) == ("list", "join"):
        return Told("`join` belongs to the text between the parts, not to the list.", f"Write `\", \".join({value})`.")
    if kind == "dict" and situation.near is None:
        return Told(f"{f'`{value}`' if node else 'The value'} is a dict: its values are not reached with a point.", f"Write `{value}[\"{name}\"]`.")
    return None


def _operands(situation: Situation) -> Told | None:
    """`+` and the like between kinds that do not go together, with the part of the line that is to blame."""
    found = re.match(r"unsupported operand type\(s\) for (.+?): '([\w.]+)' and '([\w.]+)'", situation.message)
    if not found or "TypeError" not in situation.types:
        return None
    operator, left, right = found.groups()
    node = situation.failing(ast.BinOp)
    named = {"left": situation.code(node.left) if node else "", "right": situation.code(node.right) if node else ""}
    for kind, side in ((left, "left"), (right, "right")):
        if kind == "NoneType":
            who = f"`{named[side]}`" if named[side] else "One of the two"
            return Told(f"{who} is None (nothing), so `{operator}` cannot work.", "Check that it has a value before this line.")
    for kind, other, side in ((left, right, "left"), (right, left, "right")):
        if kind == "str" and other in ("int", "float"):
            who = f"`{named[side]}`" if named[side] else "one of the two"
            fix = f"int({named[side]})" if named[side] else "int(…)"
            return Told(f"`{operator}` does not work between {in_words(left)} and {in_words(right)}: {who} is text.", f"Turn it into a number: `{fix}`.")
    return Told(f"`{operator}` does not work between {in_words(left)} and {in_words(right)}.", "Turn one of them into the kind of the other first.")


def _compared(situation: Situation) -> Told | None:
    """Text compared with a number: which of the two is the text."""
    found = re.match(r"'(.+?)' not supported between instances of '(\w+)' and '(\w+)'", situation.message)
    node = situation.failing(ast.Compare)
    if not found or node is None or {found[2], found[3]} not in ({"str", "int"}, {"str", "float"}):
        return None
    text = situation.code(node.left if found[2] == "str" else node.comparators[0])
    return Told(f"`{found[1]}` cannot compare text with a number, and `{text}` is text.", f"Turn it into a number first: `int({text})`.")


def _text_plus(situation: Situation) -> Told | None:
    found = re.match(r"can only concatenate str \(not \"(\w+)\"\) to str", situation.message)
    if not found:
        return None
    if found[1] == "NoneType":
        return Told("A text is joined to None (nothing).", "Check that the value is there before this line.")
    if found[1] == "bytes":
        return Told("Text and bytes cannot be joined.", "Turn the bytes into text with `.decode()`.")
    node = situation.failing(ast.BinOp)
    shown = situation.code(node.right) if node else "…"
    if node and re.search(r"cookie|form|args|get\(", situation.code(node.left)):
        return Told(f"{_IS_TEXT}, and `+` cannot join text and {in_words(found[1])}.", f"Turn the text into a number first: `int({situation.code(node.left)})`.")
    return Told(f"`+` can join text only to text, and `{shown}` is {in_words(found[1])}.", f"Turn it into text: `str({shown})`.")


def _key(situation: Situation) -> Told | None:
    found = re.fullmatch(r"'(.*)'|(.+)", situation.message, re.DOTALL)
    if "KeyError" not in situation.types or not found:
        return None
    key = repr(found[1]) if found[1] is not None else found[2]
    node = situation.failing(ast.Subscript)
    if node is None:
        return Told(f"There is nothing under the name {key[:60]}.", "Check the spelling, capital letters included.")
    box = situation.code(node.value)
    return Told(f"`{box}` has nothing under the name {key[:60]}.", f"Check the spelling; `{box}.get({situation.code(node.slice)})` gives None instead of an error.")


RULES: list[Rule] = [
    _none,
    _none_to_loop,
    _attribute,
    says("AttributeError", r"'(\w+)' object has no attribute '(\w+)'", "{value} is {kind_a}, and has no `{b}`.", "Did you mean `{near}`?", near),
    says("AttributeError", r"'(\w+)' object has no attribute '(\w+)'", "{value} is {kind_a}, and has no `{b}`.", "Check the spelling, and that the variable holds what you think."),
    says("AttributeError", r"type object '([\w.]+)' has no attribute '(\w+)'", "The class `{a}` has no `{b}`.", "Did you mean `{near}`?", near),
    _operands,
    _text_plus,
    says("TypeError", r"can only concatenate (list|tuple) \(not \"(\w+)\"\) to", "`+` joins {kind_a} only to another, and here it is given {kind_b}.", "To add one item to a list use `.append(…)`."),
    says("TypeError", r"can't concat \w+ to bytes|bytes-like object is required|str instance, bytes found", "Bytes and text cannot be joined.", "Turn the text into bytes with `.encode()`, or the bytes into text with `.decode()`."),
    says("TypeError", r"can't multiply sequence by non-int of type '(\w+)'", "A text or list can be repeated only a whole number of times, and here it is multiplied by {kind_a}.", "Turn the text into a number first: `int(…)`."),
    says("TypeError", r"'(.+)' not supported between instances of '(\w+)' and 'NoneType'|'(.+)' not supported between instances of 'NoneType'", "One side of the comparison is None (nothing).", "Check that it has a value before you compare."),
    _compared,
    says("TypeError", r"'(.+)' not supported between instances of '(\w+)' and '(\w+)'", "`{a}` cannot compare {kind_b} with {kind_c}. " + _IS_TEXT + ".", "Turn the text into a number first: `int(…)`."),
    says("TypeError", r"'(str|tuple|bytes)' object does not support item (?:assignment|deletion)", "{value} is {kind_a}, which cannot be changed in part.", "Make a new one instead."),
    says("TypeError", r"'(\w+)' object does not support item assignment", "{value} is {kind_a}, and nothing can be stored in it with [ ].", "Check that the variable holds what you think."),
    says("TypeError", r"unhashable type: '(\w+)'", "A key of a dict or a member of a set must not change, and {kind_a} can.", "Use a text, a number or a tuple."),
    says("TypeError", r"string indices must be integers", "{value} is text: its letters have numbers, not names.", "Check that the variable holds the dict you think it holds."),
    says("TypeError", r"(list|tuple) indices must be integers or slices, not (?:str|NoneType)", "{value} is {kind_a}: its items have numbers, not names.", "Use a number in the [ ], or go through the items with `for`."),
    says("TypeError", r"(?:list|tuple|string) indices must be integers", "The number in the [ ] is not a whole number.", "Use `//` to divide, or `int(…)`."),
    says("TypeError", r"'(\w+)' object is not subscriptable", "{value} is {kind_a}, and nothing can be taken out of it with [ ].", "Check that the variable holds what you think."),
    says("TypeError", r"cannot unpack non-iterable (\w+)", "There are several names left of the `=`, and a single value right of it ({kind_a}).", "Write one name."),
    says("TypeError", r"'(int|float)' object is not iterable", "A number cannot be looped over.", "To count use `range(…)`."),
    says("TypeError", r"'(\w+)' object is not iterable", "{kind_a} cannot be looped over.", "Check that the variable holds what you think."),
    says("TypeError", r"object of type '(\w+)' has no len\(\)", "len(…) counts the items of a text, list or dict, and here it is given {kind_a}.", "Check that the variable holds what you think."),
    says("TypeError", r"sequence item \d+: expected str instance, (\w+) found", "`join` joins texts, and one of the items is {kind_a}.", "Turn the items into text: `[str(item) for item in …]`."),
    says("TypeError", r"'(\w+)' object cannot be interpreted as an integer", "A whole number is needed here, and it is {kind_a}.", "Turn it into one: `int(…)`."),
    says("TypeError", r"int\(\) argument must be .*, not 'NoneType'", "int(…) was given None (nothing): there is no such field, cookie or value.", "Say what to use instead: `.get(\"…\", 0)`."),
    says("TypeError", r"(int|float)\(\) argument must be .*, not '(\w+)'", "{a}(…) makes a number of a text, and here it is given {kind_b}.", "Give it a single text."),
    says("TypeError", r"the JSON object must be str.*not (\w+)", "`json.loads` reads a text, and here it is given {kind_a}.", "Check that there is a text first; a dict needs no reading any more."),
    says("TypeError", "not (?:all|enough) arguments", "The number of % in the text and the number of values after it differ.", "Use an f-string: f\"… {{name}} …\"."),
    says("IndexError", "Replacement index", "The text has more {{ }} than `.format` has values.", "Use an f-string: f\"… {{name}} …\"."),
    says("ValueError", "Unknown format code '(.)' for object of type '(\\w+)'", "The code after the colon in {{ }} is for numbers, and the value is {kind_b}.", "Turn it into a number first, or leave the code out."),
    _key,
    says("IndexError", "empty sequence|pop from (?:an )?empty", "The list is empty, so nothing can be taken out of it.", "Check `if` it has items first."),
    says("IndexError", "(list|string|tuple|assignment) .*out of range", "The [ ] on line {line} asks for an item that is not there: the list or text is shorter.", "Count from 0: the last item has the number len(…) - 1."),
    says("ValueError", r"invalid literal for int\(\) with base 10: ''", "int(…) was given an empty text: the field is empty.", "Check that it was filled in before you call int(…)."),
    says("ValueError", r"invalid literal for int\(\) with base 10: '(-?\d+\.\d*)'", "int(…) reads whole numbers, and `{a}` has a point.", "Use `float(…)`."),
    says("ValueError", r"invalid literal for int\(\) with base 10: (.+)", "int(…) reads whole numbers such as \"12\", and {a} is none.", "Check it first: `if text.isdigit():`."),
    says("ValueError", r"could not convert string to float: '(\d+,\d+)'", "float(…) reads numbers with a point, and `{a}` has a comma.", "Replace it first: `.replace(\",\", \".\")`."),
    says("ValueError", r"could not convert string to float: (.+)", "float(…) reads numbers such as \"1.5\", and {a} is none.", "Check the text before this line."),
    says("ValueError", r"Exceeds the limit", "The number has more digits than Python turns into text.", "Work with a smaller one."),
    says("ValueError", r"values to unpack", "Each item of this loop is a single value, or has another number of parts than there are names.", "To go over a dict with both names and values, write `for name, value in things.items():`.", reads(r"^\s*for\s+\w+\s*,\s*\w+\s+in\s+(?!.*(items|enumerate|zip)\()")),
    says("ValueError", r"not enough values to unpack \(expected (\d+), got (\d+)\)", "There are {a} names left of the `=` (or after `for`), and fewer values to put into them: {b}.", "Make the two sides equal."),
    says("ValueError", r"too many values to unpack \(expected (\d+)", "There are more values than the {a} names that should take them.", "Add names on the left, or take one value only."),
    says("ValueError", r"(?:max|min)\(\) (?:arg|iterable argument) is (?:an )?empty", "There is nothing to choose from: the list is empty.", "Check `if` it has items, or write `max(…, default=0)`."),
    says("ValueError", r"x not in list|is not in (?:list|tuple)|substring not found", "What line {line} looks for is not there.", "Check with `in` first: `if x in things:`."),
    says("RuntimeError", "changed size during iteration", "The loop goes over a dict or set and changes it at the same time.", "Go over a copy: `for key in list(things):`."),
    says("ZeroDivisionError", "", "Something is divided by zero.", "Check that the divisor is not 0 before dividing."),
    says("AssertionError", "^$", "The `assert` on line {line} found its condition to be false.", "Check the value it looks at."),
    says("AssertionError", "(.+)", "The `assert` on line {line} found its condition to be false: {a}.", "Check the value it looks at.", reads(r"^\s*assert\b")),
    says("StopIteration", "", "next(…) found nothing left to give.", "Give it something to fall back on: `next(…, None)`."),
    says("NotImplementedError", "", "This part says of itself that it is not written yet.", "Write it, or call something else."),
]
