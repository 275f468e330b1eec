"""Says why the app did not answer a request as a check wanted, as far as its routes tell."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coursewright.client import Ask

#: what a part of an address may be, in words
CONVERTERS = {"int": "a whole number", "float": "a number with a point", "uuid": "a UUID"}
PATTERNS = {"int": r"\d+", "float": r"\d+\.\d+", "path": r".+", "uuid": r"[0-9A-Fa-f-]{36}"}


def explain_route(ask: Ask, method: str, path: str, status: int, location: str | None) -> str:
    """Sentences to add to a failure, with a space in front; empty when the routes have nothing to do with it."""
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
        if _shape(route["rule"], path):
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
    near = get_close_matches(wanted, rules, n=1, cutoff=0.4)
    return f" Did you mean {near[0]}?" if near and len(rules) > 1 else ""


def _fits(rule: str, path: str) -> bool:
    """Whether a Flask rule such as /user/<int:id> can serve the path."""
    return re.fullmatch(_pattern(rule, PATTERNS), path) is not None


def _shape(rule: str, path: str) -> bool:
    """Whether it could, if its parts took any text."""
    return re.fullmatch(_pattern(rule, {"path": ".+"}), path) is not None


def _pattern(rule: str, kinds: dict[str, str]) -> str:
    return "".join(
        f"({kinds.get(_kind(part), '[^/]+')})" if part.startswith("<") else re.escape(part) for part in re.split(r"(<[^>]*>)", rule)
    )


def _kind(part: str) -> str:
    """int of <int:id>, "" of <id>."""
    return part[1:-1].partition("(")[0].rpartition(":")[0] if ":" in part else ""


def _wanted(rule: str, path: str) -> str:
    """What the first part that does not fit should have been."""
    parts = re.findall(r"<[^>]*>", rule)
    came = re.fullmatch(_pattern(rule, {"path": ".+"}), path)
    for part, text in zip(parts, came.groups() if came else (), strict=False):
        if _kind(part) in CONVERTERS and not re.fullmatch(PATTERNS[_kind(part)], text):
            return CONVERTERS[_kind(part)]
    return "something else"
