"""What a view did to its answer that never reached the browser: cookies on another response, changes inside the session."""

from __future__ import annotations

from typing import Any

from runner.program_file import line_of_caller

#: name of each cookie the program set during this request, and the line
_set: dict[str, int | None] = {}
_changed_inside: list[str] = []
MAX_COOKIES = 50


def watch_responses() -> None:
    """Has Flask tell us of cookies and sessions. Called once, before any program is loaded."""
    import flask
    from flask.sessions import SecureCookieSessionInterface

    response_class: Any = flask.Response
    set_cookie, delete_cookie = response_class.set_cookie, response_class.delete_cookie

    def set_and_remember(self: Any, *args: Any, **options: Any) -> None:
        set_cookie(self, *args, **options)
        _remember(args[0] if args else options.get("key"))

    def delete_and_remember(self: Any, *args: Any, **options: Any) -> None:
        delete_cookie(self, *args, **options)
        _remember(args[0] if args else options.get("key"))

    response_class.set_cookie, response_class.delete_cookie = set_and_remember, delete_and_remember
    interface: Any = SecureCookieSessionInterface
    interface.save_session = _compare_before(interface.save_session)


def _remember(name: Any) -> None:
    line = line_of_caller()
    if isinstance(name, str) and line is not None and len(_set) < MAX_COOKIES:
        _set[name] = line


def _compare_before(save_session: Any) -> Any:
    def compare_and_save(self: Any, app: Any, session: Any, response: Any) -> None:
        try:
            if session and session.accessed and not session.modified:
                came = self.open_session(app, _request())
                _changed_inside.extend(str(name)[:60] for name in session if came is not None and session[name] != came.get(name))
        except Exception:  # noqa: BLE001 - a remark must never be the reason that a view fails
            pass
        save_session(self, app, session, response)

    return compare_and_save


def _request() -> Any:
    import flask

    return flask.request


def forget_response() -> None:
    """Before each request."""
    _set.clear()
    _changed_inside.clear()


def explain_lost(headers: list[list[str]]) -> str | None:
    """A sentence about what the view did in vain, given the answer's headers; None when nothing was lost."""
    sent = {value.partition("=")[0].strip() for name, value in headers if name.lower() == "set-cookie"}
    for name, line in _set.items():
        if name not in sent:
            return f"Line {line} sets the cookie {name[:60]!r} on a response that your view does not return. Return that same response."
    if _changed_inside:
        name = _changed_inside[0]
        return (
            f"Your view changes what is inside session[{name!r}], and Flask does not notice that, so the change is lost. "
            f"Store it again, session[{name!r}] = …, or set session.modified = True."
        )
    return None
