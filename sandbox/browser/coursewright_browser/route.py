"""Which route Flask chose for a request, or why none."""

from __future__ import annotations

from typing import Any

from coursewright.missing_route import explain_route
from coursewright_browser.cut_repr import cut_repr
from runner.program_file import line_of_function
from runner.remarks import remarks_on

Detail = dict[str, str]


def route_step(app: Any, request: Any, source: str) -> dict[str, Any]:
    """The `route` or `no-route` step of the request that Flask is about to answer."""
    rule = request.url_rule
    if rule is None:
        return {"kind": "no-route", "name": request.path, "line": None, "ms": 0.0, "details": _why_none(app, request, source)}
    details = [{"name": name, "value": cut_repr(value)} for name, value in (request.view_args or {}).items()]
    line = line_of_function(app.view_functions.get(rule.endpoint))
    return {"kind": "route", "name": rule.rule, "line": line, "ms": 0.0, "details": details}


def _why_none(app: Any, request: Any, source: str) -> list[Detail]:
    from werkzeug.exceptions import HTTPException, MethodNotAllowed
    from werkzeug.routing import RequestRedirect

    refusal = request.routing_exception
    details: list[Detail] = []
    location = refusal.new_url if isinstance(refusal, RequestRedirect) else None
    if location:
        details.append({"name": "redirects to", "value": location.removeprefix("http://localhost")})
    if isinstance(refusal, MethodNotAllowed):
        details.append({"name": "allowed methods", "value": ", ".join(sorted(refusal.valid_methods or ()))})
    status = refusal.code if isinstance(refusal, HTTPException) and refusal.code else 404
    why = why_unanswered(app, source, method=request.method, path=request.path, status=status, location=location)
    return [*details, {"name": "why", "value": why}] if why else details


def why_unanswered(app: Any, source: str, *, method: str, path: str, status: int, location: str | None) -> str:
    """In plain words, as the grader says it; empty when the routes have nothing to do with it."""

    def ask(_: dict[str, Any]) -> dict[str, Any]:
        routes = [
            {
                "rule": rule.rule,
                "methods": sorted(rule.methods or ()),
                "endpoint": rule.endpoint,
                "line": line_of_function(app.view_functions.get(rule.endpoint)),
            }
            for rule in app.url_map.iter_rules()
        ]
        return {"routes": routes, "remarks": remarks_on(source)}

    return explain_route(ask, method, path, status, location).strip()
