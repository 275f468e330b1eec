"""What happened on the way from an address to a response, step by step, as Flask and Python tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from time import perf_counter
from typing import Any

from coursewright_browser.calls import Calls, Role
from coursewright_browser.cut_repr import cut_repr
from coursewright_browser.route import route_step
from coursewright_browser.session import session_step
from runner.program_file import line_of, line_of_caller
from runner.templates import OF_FLASK

MAX_STEPS = 100
MAX_NAMES = 30

Step = dict[str, Any]


class Timeline:
    """The steps of one request, in the order they began. A step's `ms` holds what happened within it."""

    def __init__(self, app: Any, source: str) -> None:
        self._app = app
        self._source = source
        self._steps: list[Step] = []
        self._teardown: list[Step] = []
        self._calls = Calls(self._began, self._ended)
        self._asked_at = self._last_began = self._rendering_since = perf_counter()
        self._routed = False
        #: what ended a view or a hook, told already
        self._told: list[BaseException] = []

    @contextmanager
    def noted(self) -> Iterator[None]:
        """While this is open, the app answers one request and the steps are noted. An app that is not Flask's has none."""
        import flask

        if not isinstance(self._app, flask.Flask):
            yield
            return
        with ExitStack() as open_now:
            for signal, note in (
                (flask.request_started, self._note_route),
                (flask.before_render_template, self._note_rendering),
                (flask.template_rendered, self._note_template),
            ):
                open_now.enter_context(signal.connected_to(note, sender=self._app))
            open_now.enter_context(self._calls.told())
            self._watch_hooks()
            self._asked_at = perf_counter()
            yield

    def steps(self, *, response: Step, error: BaseException | None) -> list[Step]:
        """All steps; `error` is what stopped the request when nothing in the program handled it."""
        if error is not None and not any(error is told for told in self._told):
            self._note_error(error)
        return [*self._steps, response, *self._teardown]

    def add(self, step: Step) -> None:
        if len(self._steps) < MAX_STEPS:
            self._steps.append(step)

    # ---- what Flask tells ----

    def _note_route(self, sender: Any, **_: Any) -> None:
        from flask import request

        if self._routed:  # the view asks its own app: that request is not this one
            return
        self._routed = True
        step = route_step(sender, request, self._source)
        self.add({**step, "ms": _ms_since(self._asked_at)})
        session = session_step(sender, request)
        if session is not None:
            self.add(session)
        view = sender.view_functions.get(request.endpoint)
        view_class = getattr(view, "view_class", None)
        if view_class is not None:
            handler = getattr(view_class, request.method.lower(), None) or view_class.dispatch_request
            self._calls.watch("view", handler, f"{view_class.__name__}.{handler.__name__}")
        elif view is not None:
            self._calls.watch("view", view, "static" if request.endpoint == "static" else None)

    def _note_rendering(self, sender: Any, **_: Any) -> None:
        self._rendering_since = perf_counter()

    def _note_template(self, sender: Any, template: Any, context: dict[str, Any], **_: Any) -> None:
        given = [name for name in context if type(name) is str and name not in OF_FLASK]
        given = [name for name in given if name not in sender.jinja_env.globals][:MAX_NAMES]
        details = [{"name": name, "value": cut_repr(context[name])} for name in given]
        name = template.name or "a template from text"
        self.add({"kind": "template", "name": name, "line": line_of_caller(), "ms": _ms_since(self._rendering_since), "details": details})

    # ---- what Python tells ----

    def _watch_hooks(self) -> None:
        for kind, scopes in (
            ("before-request", self._app.before_request_funcs),
            ("after-request", self._app.after_request_funcs),
            ("teardown", self._app.teardown_request_funcs),
        ):
            for functions in scopes.values():
                for function in functions:
                    self._calls.watch(kind, function)
        for function in self._app.teardown_appcontext_funcs:
            self._calls.watch("teardown", function)
        for by_code in self._app.error_handler_spec.values():
            for by_class in by_code.values():
                for function in by_class.values():
                    self._calls.watch("error-handler", function)

    def _began(self, role: Role) -> None:
        self._last_began = perf_counter()
        step = {"kind": role.kind, "name": role.name, "line": role.line, "ms": 0.0, "details": []}
        if role.kind == "teardown":
            self._teardown.append(step)
        else:
            self.add(step)

    def _ended(self, role: Role, result: Any, error: BaseException | None) -> None:
        steps = self._teardown if role.kind == "teardown" else self._steps
        step = next((step for step in reversed(steps) if step["kind"] == role.kind and step["name"] == role.name), None)
        if step is None:
            return
        step["ms"] = _ms_since(self._last_began)
        if error is not None:
            self._note_error(error)
        elif role.kind in ("view", "error-handler"):
            step["details"].append({"name": "returns", "value": cut_repr(result)})
        elif role.kind == "before-request" and result is not None:
            step["details"].append({"name": "answers instead of the view", "value": cut_repr(result)})

    def _note_error(self, error: BaseException) -> None:
        from werkzeug.exceptions import HTTPException

        self._told.append(error)
        if isinstance(error, HTTPException):
            name = f"{error.code} {error.name}"
        else:
            name = f"{type(error).__name__}: {_text(error)}".removesuffix(": ")
        self.add({"kind": "error", "name": name, "line": line_of(error.__traceback__), "ms": 0.0, "details": []})


def _ms_since(began: float) -> float:
    return round((perf_counter() - began) * 1000, 3)


def _text(error: BaseException) -> str:
    try:
        return str(error)[:200]
    except Exception:  # noqa: BLE001 - its class may be the program's
        return ""
