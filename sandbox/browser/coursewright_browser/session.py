"""What Flask makes of the session cookie that a request brings."""

from __future__ import annotations

from time import perf_counter
from typing import Any

from coursewright_browser.cut_repr import cut_repr

FORGED = "Its signature does not fit: what it holds was changed, or it was signed with another SECRET_KEY. So Flask takes the cookie for none at all."
EXPIRED = "It was signed too long ago, so Flask takes it for none at all."


def session_step(app: Any, request: Any) -> dict[str, Any] | None:
    """The `session` step; None when no session cookie came, or the app keeps its sessions in another way."""
    from flask.sessions import SecureCookieSessionInterface
    from itsdangerous import BadSignature, SignatureExpired

    if type(app.session_interface) is not SecureCookieSessionInterface:
        return None
    name = app.session_interface.get_cookie_name(app)
    value = request.cookies.get(name)
    serializer = app.session_interface.get_signing_serializer(app)
    if not value or serializer is None:
        return None
    began = perf_counter()
    try:
        data = serializer.loads(value, max_age=int(app.permanent_session_lifetime.total_seconds()))
        details = [{"name": str(key), "value": cut_repr(data[key])} for key in data]
    except SignatureExpired:
        details = [{"name": "why", "value": EXPIRED}]
    except BadSignature:
        details = [{"name": "why", "value": FORGED}]
    return {"kind": "session", "name": name, "line": None, "ms": round((perf_counter() - began) * 1000, 3), "details": details}
