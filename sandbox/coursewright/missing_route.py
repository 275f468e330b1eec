"""Says which address the learner probably meant when the app answers 404 or 405."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coursewright.client import Ask


def explain_missing_route(ask: Ask, method: str, path: str) -> str:
    """One or two sentences to add to a failure, with a space in front; empty when the route is there."""
    answer = ask({"type": "routes"})
    routes = [route for route in answer.get("routes", []) if route["endpoint"] != "static"]
    fitting = [route for route in routes if _fits(route["rule"], path)]
    if any(method in route["methods"] for route in fitting):
        return ""
    if fitting:
        methods = sorted({name for route in fitting for name in route["methods"]} - {"HEAD", "OPTIONS"})
        return f" Your route for {path} answers only {', '.join(methods)}; let it answer {method} too, with methods=[…]."
    if not routes:
        return " Your app has no routes yet."
    rules = sorted({route["rule"] for route in routes})
    return f" Your app has no route for {path}; it has {', '.join(rules[:8])}.{meant_rule(path, rules)}"


def meant_rule(wanted: str, rules: list[str]) -> str:
    """The sentence that offers the nearest of the rules, with a space in front; empty when none is near."""
    near = get_close_matches(wanted, rules, n=1, cutoff=0.4)
    return f" Did you mean {near[0]}?" if near and len(rules) > 1 else ""


def _fits(rule: str, path: str) -> bool:
    """Whether a Flask rule such as /user/<int:id> can serve the path."""
    pattern = "".join(
        ".+" if part.startswith("<path:") else "[^/]+" if part.startswith("<") else re.escape(part) for part in re.split(r"(<[^>]*>)", rule)
    )
    return re.fullmatch(pattern, path) is not None
