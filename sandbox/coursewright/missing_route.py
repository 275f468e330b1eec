"""Says why the app did not answer a request as a check wanted, as far as its routes tell.

The program makes the routes up, and often the address as well, so the work for each has a bound: no regex is made of a rule.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coursewright.client import Ask

#: what a part of an address may be, in words
CONVERTERS = {"int": "a whole number", "float": "a number with a point", "uuid": "a UUID"}
#: longer addresses are not explained
MAX_PATH = 200
#: a rule with more of them fits nothing here
MAX_VARIABLES = 5
#: a near name is looked for among so many rules, of so many characters
MAX_NEAR = 50
MAX_NEAR_CHARACTERS = 100

_HEX = frozenset("0123456789abcdefABCDEF-")
_UUID_LENGTH = 36


def explain_route(ask: Ask, method: str, path: str, status: int, location: str | None) -> str:
    """Sentences to add to a failure, with a space in front; empty when the routes have nothing to do with it."""
    if len(path) > MAX_PATH:
        return ""
    answer = ask({"type": "routes"})
    routes = [route for route in answer.get("routes", []) if route["endpoint"] != "static"]
    remarks = answer.get("remarks", [])
    serving = [route for route in routes if _fits(route["rule"], path) and method in route["methods"]]
    if status in (404, 405) and not serving:
        return _missing(routes, remarks, method, path)
    if status in (301, 302, 308) and location and location.partition("?")[0].endswith(f"{path}/"):
        return f" Your route is {path}/ with a slash at its end, so Flask sends whoever asks for {path} there. Write it as {path}."
    views = {route["endpoint"] for route in serving}
    return "".join(f" {remark['text']}" for remark in remarks if remark["view"] in views)


def _missing(routes: list[dict[str, Any]], remarks: list[dict[str, Any]], method: str, path: str) -> str:
    fitting = [route for route in routes if _fits(route["rule"], path)]
    if fitting:
        return _other_methods(fitting, method, path)
    unregistered = "".join(f" {remark['text']}" for remark in remarks if not remark["view"])
    if not routes:
        return unregistered or " Your app has no routes yet."
    for route in routes:
        if _fits(route["rule"], path, checked=0):
            return f" Your route {route['rule']}{_at(route)} takes only {_wanted(route['rule'], path)} there."
    rules = sorted({route["rule"] for route in routes})
    other = path[:-1] if path.endswith("/") else f"{path}/"
    if other in rules:
        return f" {path} and {other} are two addresses, and your route is {other}."
    return f" Your app has no route for {path}; it has {', '.join(rules[:8])}.{meant_rule(path, rules)}{unregistered}"


def _other_methods(fitting: list[dict[str, Any]], method: str, path: str) -> str:
    methods = sorted({name for route in fitting for name in route["methods"]} - {"HEAD", "OPTIONS"})
    both = ", ".join(f'"{name}"' for name in [*methods, method])
    rule = fitting[0]["rule"]
    return f' Your route for {path}{_at(fitting[0])} answers only {", ".join(methods)}. Write @app.route("{rule}", methods=[{both}]).'


def _at(route: dict[str, Any]) -> str:
    return f" (line {route['line']})" if route.get("line") else ""


def meant_rule(wanted: str, rules: list[str]) -> str:
    """The sentence that offers the nearest of the rules, with a space in front; empty when none is near."""
    if len(rules) < 2 or len(wanted) > MAX_NEAR_CHARACTERS:
        return ""
    short = [rule for rule in rules if len(rule) <= MAX_NEAR_CHARACTERS]
    short.sort(key=lambda rule: abs(len(rule) - len(wanted)))
    near = get_close_matches(wanted, short[:MAX_NEAR], n=1, cutoff=0.4)
    return f" Did you mean {near[0]}?" if near else ""


def _fits(rule: str, path: str, checked: int = MAX_VARIABLES) -> bool:
    """Whether a Flask rule such as /user/<int:id> can serve the path.

    checked  so many of its variables, from the left, must be of their kind; the others may be any text

    Each part is tried at all places at once, so the work grows with the length of the path and not with its powers.
    """
    first, *parts = [part.partition(">") for part in rule.split("<")]
    if len(parts) > MAX_VARIABLES or not path.startswith(first[0]):
        return False
    places = {len(first[0])}
    for index, (variable, _, literal) in enumerate(parts):
        kind = _kind(variable)
        places = _after_variable(kind if index < checked or kind == "path" else "", path, places)
        places = _after_literal(literal, path, places)
    return len(path) in places


def _after_variable(kind: str, path: str, places: set[int]) -> set[int]:
    """Where a variable of this kind can end that begins at one of the places."""
    if kind == "int":
        return _after_some(str.isdecimal, path, places)
    if kind == "float":
        whole = _after_some(str.isdecimal, path, places)
        return _after_some(str.isdecimal, path, _after_literal(".", path, whole))
    if kind == "uuid":
        ends = {place + _UUID_LENGTH for place in places if place + _UUID_LENGTH <= len(path)}
        return {end for end in ends if _HEX.issuperset(path[end - _UUID_LENGTH : end])}
    if kind == "path":
        return _after_some(lambda _: True, path, places)
    return _after_some(lambda letter: letter != "/", path, places)


def _after_some(allowed: Callable[[str], bool], path: str, places: set[int]) -> set[int]:
    """Where one or more of the allowed characters can end that begin at one of the places."""
    ends = set()
    inside = False
    for index, letter in enumerate(path):
        inside = (inside or index in places) and allowed(letter)
        if inside:
            ends.add(index + 1)
    return ends


def _after_literal(text: str, path: str, places: set[int]) -> set[int]:
    return {place + len(text) for place in places if path.startswith(text, place)}


def _kind(variable: str) -> str:
    """int of int:id and of int(min=1):id, "" of id."""
    return variable.partition("(")[0].partition(":")[0] if ":" in variable else ""


def _wanted(rule: str, path: str) -> str:
    """What the first part that does not fit should have been."""
    for index, part in enumerate(rule.split("<")[1:]):
        kind = _kind(part.partition(">")[0])
        if kind in CONVERTERS and not _fits(rule, path, checked=index + 1):
            return CONVERTERS[kind]
    return "something else"
