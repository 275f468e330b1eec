"""Requests, responses, cookies and sessions."""

from __future__ import annotations

import re

from runner.situation import Rule, Situation, Told, line_has, reads, says

_MAKE = "Make the response first: `response = make_response(…)`, then call it on `response`."


def _missing_field(situation: Situation) -> Told | None:
    """request.form["x"] outside a request's handling, or with the error caught and raised again."""
    if "BadRequestKeyError" not in situation.types:
        return None
    found = re.search(r"KeyError: '(.*?)'", situation.message)
    name = found[1] if found else "that name"
    return Told(f"The request has no field `{name}`.", f"Read it with `.get(\"{name}\")`, or check the `name=` in your form.")


def _none_from(situation: Situation) -> Told | None:
    """What `.get(…)` gave is None, and it was used as if it were there."""
    if "NoneType" not in situation.message:
        return None
    code = re.search(r"\b((?:request\.(?:form|args|cookies|files|values|headers)|session)\.get\(\s*(\"[^\"]*\"|'[^']*')\s*\))", situation.text)
    if not code:
        return None
    box = code[1].partition(".get")[0]
    name = code[2].strip("\"'")
    what = {"request.cookies": "This request has no cookie", "session": "The session has no", "request.files": "This request has no file"}
    start = f"{what.get(box, f'There is nothing in `{box}` called')} `{name}`"
    return Told(f"{start}, so `{code[1]}` gave None (nothing).", f"Say what to use instead: `{box}.get(\"{name}\", …)`.")


RULES: list[Rule] = [
    _missing_field,
    _none_from,
    says("RuntimeError", "no secret key was set|session is unavailable", "A session is signed, and for that the app needs a secret key, which is not set.", "Add `app.secret_key = \"…\"` below `app = Flask(__name__)`."),
    says("RuntimeError", "Working outside of request context", "Line {line} uses the request or the session while no request is being answered.", "Move it into a view function."),
    says("RuntimeError", "Working outside of application context", "Line {line} needs the app at work, and no request is being answered.", "Move it into a view function."),
    says("AttributeError", r"'(str|tuple|dict|list)' object has no attribute '(set_cookie|delete_cookie|headers|status_code|mimetype)'", "`{b}` belongs to a response, and {value} is {kind_a}: no response has been made yet.", _MAKE),
    says("AttributeError", r"'Request' object has no attribute '(set_cookie|delete_cookie)'", "Cookies are set on the response that goes out, not on the request that came in.", _MAKE.replace("it on", "`{a}` on")),
    says("AttributeError", r"'Request' object has no attribute '(cookie|file|arg|forms?|header|query|params|body|get|post|POST|GET|session|user)'", "`request` has no `{a}`.", "Use `request.cookies`, `.files`, `.args` (after the ?), `.form` or `.headers`."),
    says("AttributeError", r"'SecureCookieSession' object has no attribute '(\w+)'", "The session is like a dict: its values are not reached with a point.", "Write `session[\"{a}\"]`."),
    says("AttributeError", r"^(\w+)$", "`g` holds only what this same request has put into it, and `{a}` was not.", "Set `g.{a} = …` before line {line}, for example in `@app.before_request`.", reads(r"\bg\.\w+")),
    says("TypeError", r"'ImmutableMultiDict' object is not callable", "{value} is like a dict, and here it is called.", "Write `.get(\"name\")` or square brackets."),
    says("TypeError", r"'SecureCookieSession' object is not callable", "`session` is like a dict, and here it is called.", "Use square brackets: `session[\"name\"]`."),
    says("TypeError", r"'(Request|LocalProxy)' object is not callable", "`request` is not a function.", "Write `request.form`, `request.args` or `request.cookies`."),
    says("TypeError", r"'(?:str|dict|list|NoneType)' object is not callable", "{value} is a value of the request, and here it is called.", "Leave the ( ) behind it out.", reads(r"request\.(method|json|path|url|form|args)\(")),
    says("TypeError", r"ImmutableMultiDict' objects are immutable", "What came with the request cannot be changed.", "Copy it first: `dict(request.form)`; a cookie is set on the response.", ),
    says("TypeError", r"expected string or bytes-like object, got '(\w+)'", "A cookie's value is text, and here it is {kind_a}.", "Turn it into text: `str(…)`.", line_has(r"cookie")),
    says("AttributeError", r"'(int|dict|list|tuple|NoneType)' object has no attribute 'encode'", "A cookie's name is text, and here it is {kind_a}.", "Write the name in quotes, then the value: `set_cookie(\"name\", \"value\")`.", line_has(r"cookie")),
    says("TypeError", r"unsupported operand type\(s\) for \+: 'float' and 'str'", "The expiry of a cookie is a number of seconds, and here it is text.", "Write it without quotes: `max_age=3600`.", line_has(r"cookie")),
    says("TypeError", r"set_cookie\(\) got an unexpected keyword argument '(\w+)'\. Did you mean '(\w+)'", "`set_cookie` has no `{a}`.", "Write `{b}`."),
    says("TypeError", r"set_cookie\(\) got an unexpected keyword argument '(\w+)'", "`set_cookie` has no `{a}`.", "It knows max_age, expires, path, domain, secure, httponly and samesite."),
    says("TypeError", r"set_cookie\(\) missing", "`set_cookie` needs a name and a value.", "Write `set_cookie(\"name\", \"value\")`."),
    says("ValueError", "SameSite must be", "SameSite knows only three words.", "Write `samesite=\"Lax\"`, \"Strict\" or \"None\"."),
    says("TypeError", r"Object of type (\w+) is not JSON serializable", "The session is stored as JSON, and JSON has no place for {kind_a}.", "Store a list, a dict, text or a number.", line_has(r"session\[")),
    says("TypeError", r"Object of type (set|frozenset) is not JSON serializable", "JSON knows text, numbers, lists and dicts, and no set.", "Turn it into a list: `list(…)`."),
    says("TypeError", r"Object of type (date|datetime|Decimal|UUID|PosixPath|Path) is not JSON serializable", "JSON knows text, numbers, lists and dicts, and here it is given a {a}.", "Turn it into text: `str(…)`."),
    says("TypeError", r"Object of type (Row|Cursor) is not JSON serializable", "Rows of a database are not JSON.", "Make a dict of each: `[dict(row) for row in rows]`."),
    says("TypeError", r"Object of type (\w+) is not JSON serializable", "JSON knows text, numbers, lists and dicts, and here it is given {kind_a}.", "Turn it into one of these first."),
    says("KeyError", r"'HTTP_(\w+)'", "The request has no such header.", "Read it with `request.headers.get(\"…\")`, which gives None instead."),
    says("KeyError", r"^'(\w+)'$", "The session has nothing called `{a}`: nothing was stored under that name yet, or for this browser.", "Read it with `session.get(\"{a}\")`, and decide what to do with None.", reads(r"\bsession\[")),
    says("TypeError", r"normalize\(\) argument 2 must be str, not None", "`secure_filename` was given None: no file was sent, or it has no name.", "Check `if file and file.filename:` first."),
    says("AttributeError", r"'NoneType' object has no attribute '(?:split|encode)'", "The password or its hash is None (nothing).", "Check that the user was found and the field was filled in.", reads(r"password_hash\(")),
]
