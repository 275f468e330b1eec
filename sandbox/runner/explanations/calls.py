"""Calls: too few, too many, wrong names, and what is no function at all."""

from __future__ import annotations

import ast
import builtins
import re

from runner.situation import Rule, Situation, Told, reads, says


def _missing(situation: Situation) -> Told | None:
    found = re.match(r"([\w.<>]+)\(\) missing \d+ required (?:positional|keyword-only) arguments?: (.+)", situation.message)
    if not found or "TypeError" not in situation.types:
        return None
    name, lacking = found[1], re.findall(r"'(\w+)'", found[2])
    owner, _, method = name.rpartition(".")
    if lacking == ["self"]:
        return Told(f"`{method}` is called on the class `{owner}` itself, and not on an object made of it.", f"Make one first: `thing = {owner}()`, then `thing.{method}()`.")
    shown = owner if method == "__init__" else (method or name)
    if not situation.calls:  # a check calls it
        return Told(f"`{shown}` is called without {_listed(lacking)}.", f"Take {_listed(lacking)} out of its `def`, or give a default: `{lacking[0]}=…`.")
    return Told(f"`{shown}` is called without {_listed(lacking)}.", f"Give it: `{shown}({', '.join(lacking)})`." if len(lacking) < 4 else "Put the missing values in the brackets.")


def _too_many(situation: Situation) -> Told | None:
    found = re.match(r"([\w.<>]+)\(\) takes (?:from )?(.+?) positional arguments? but (\d+) (?:was|were) given", situation.message)
    if not found or "TypeError" not in situation.types:
        return None
    name, takes, given = found.groups()
    owner, _, method = name.rpartition(".")
    function = situation.function(method)
    if owner and function is not None and (not function.args.args or function.args.args[0].arg != "self"):
        return Told(f"The method `{method}` has no `self`, and Python always hands a method its object.", f"Write `def {method}(self, …):`.")
    if owner and takes.isdigit():  # what Python counts includes the object itself
        takes, given = str(int(takes) - 1), str(int(given) - 1)
    return Told(f"`{method or name}` takes {_count(takes)}, and here it is given {given}.", "Take away what is too much, or add a parameter to its `def`.")


def _count(number: str) -> str:
    return "nothing" if number == "0" else "one value" if number == "1" else f"{number} values"


def _listed(names: list[str]) -> str:
    return " and ".join(f"`{name}`" for name in names)


def _not_callable(situation: Situation) -> Told | None:
    """Often a value has taken the name of a function."""
    found = re.match(r"'(\w+)' object is not callable", situation.message)
    call = situation.failing(ast.Call)
    if not found or "TypeError" not in situation.types or call is None or not isinstance(call.func, ast.Name):
        return None
    name = call.func.id
    places = [
        node.lineno
        for node in ast.walk(situation.tree or ast.Module([], []))
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)
    ]
    if not places or found[1] in ("module",):
        return None
    if hasattr(builtins, name):
        return Told(f"Line {places[0]} stores a value under the name `{name}`, so Python's own `{name}(…)` is gone.", f"Rename the value on line {places[0]}.")
    return Told(f"`{name}` is a value (line {places[0]}), no function, and here it is called.", "Leave the ( ) out, or give the value another name.")


RULES: list[Rule] = [
    _missing,
    _too_many,
    _not_callable,
    says("TypeError", r"(\w+)\(\) takes no arguments", "The class `{a}` has no `__init__` that could take something.", "Write `def __init__(self, …):`, with two underscores on each side."),
    says("TypeError", r"(\w+)\(\) got an unexpected keyword argument '(\w+)'\. Did you mean '(\w+)'", "{value} has no parameter `{b}`.", "Did you mean `{c}`?"),
    says("TypeError", r"(\w+)\(\) got an unexpected keyword argument '(\w+)'", "`{a}` has no parameter `{b}`.", "Look at the names in its `def`."),
    says("TypeError", r"(\w+)\(\) got multiple values for argument '(\w+)'", "`{a}` is given `{b}` twice: once by position and once by name.", "Take one of the two away."),
    says("TypeError", r"'(\w+)' object is not callable", "{value} is {kind_a}, no function, and here it is called.", "Perhaps a comma or an operator is missing before the bracket.", reads(r"[\])]\s*\(")),
    says("TypeError", r"'(\w+)' object is not callable", "{value} is {kind_a}, no function, and here it is called.", "Leave the ( ) behind it out."),
    says("TypeError", "exceptions must derive from BaseException", "`raise` takes an error, and here it is given something else.", "Write `raise ValueError(\"…\")`."),
    says("TypeError", "catching classes that do not inherit", "`except` takes the name of an error, without quotes.", "Write `except ValueError:`."),
    says("TypeError", "isinstance\\(\\) arg 2", "The second part of isinstance(…) is the type itself.", "Write `int` or `str` without quotes."),
    says("AttributeError", r"'(?:function|method|builtin_function_or_method)' object has no attribute '(\w+)'", "{value} is a function, and has no `{a}`: what it returns has.", "Call it first: {value} with `()` behind it."),
    says("TypeError", r"'(?:function|method|builtin_function_or_method)' object is not (?:subscriptable|iterable)", "{value} is a function, and here it is used without being called.", "Put `()` behind it."),
    says("TypeError", r"unsupported operand type\(s\) for (.+): '(?:function|method|builtin_function_or_method)' and|unsupported operand type\(s\) for (.+): '\w+' and '(?:function|method|builtin_function_or_method)'", "A function is used here without being called.", "Put `()` behind its name."),
    says("TypeError", r"can only concatenate str \(not \"(?:function|method|builtin_function_or_method)\"\)", "A function is joined to a text without being called.", "Put `()` behind its name."),
]
