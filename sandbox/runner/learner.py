"""The learner's side: loads the program and answers what it is asked. It knows no check and no expected value.

Everything here shares a process with code that may be hostile, so nothing here is believed: it can only answer, and
the answers are judged elsewhere.
"""

from __future__ import annotations

import base64
import io
import json
import linecache
import mmap
import os
import sys
import types
from typing import Any

from runner.explain import LearnerError, explain
from runner.program_file import FILE_NAME, line_of_function
from runner.remarks import remarks_on
from runner.templates import forget_templates, take_templates
from runner.wsgi import AnswerTooLong, call_app, report_errors

CONTRACT = 1
#: given back when memory runs out, so that there is enough to say so; untouched, it costs address space only
RESERVE_BYTES = 8 * 1024 * 1024

NO_APP = ("Your program ran, but the checks found no Flask app in it.", "Make one: `app = Flask(__name__)`.")
OTHER_NAME = ("Your Flask app is in the variable `{name}`, and the checks look for `app`.", "Rename it: `app = Flask(__name__)`.")


class Learner:
    """One loaded program. `answer` takes and gives the messages of sandbox/contract/v1."""

    def __init__(self) -> None:
        self.source = ""
        self.module: types.ModuleType | None = None
        self.app: Any = None
        # not a bytearray, which would be written with zeros, page by page
        self._reserve: mmap.mmap | None = mmap.mmap(-1, RESERVE_BYTES, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        #: whether the program's code is running, as opposed to waiting for the next question
        self.busy = False

    def answer(self, message: dict[str, Any]) -> dict[str, Any]:
        """Answers one message; whatever the program does wrong is in the answer's `error`."""
        kind = message["type"]
        if kind == "load":
            return self._load(message)
        reply: dict[str, Any] = {"v": CONTRACT, "id": message.get("id", 0)}
        try:
            if kind == "request":
                return {**reply, **self._request(message)}
            if kind == "routes":
                return {**reply, "type": "routes", "routes": self._routes(), "remarks": remarks_on(self.source), "error": None}
            return {**reply, "type": "value", "value": _json_text(self._value(message)), "error": None}
        except BaseException as error:  # noqa: BLE001 - the program may raise anything, SystemExit included
            failed_here = self._explain(error)
            if kind == "routes":
                return {**reply, "type": "routes", "routes": [], "remarks": [], "error": failed_here}
            if kind == "request":
                return {**reply, **_no_response(failed_here)}
            return {**reply, "type": "value", "value": "null", "error": failed_here}

    # ---- loading ----

    def _load(self, message: dict[str, Any]) -> dict[str, Any]:
        self.source = message["source"]
        grading = message["mode"] == "grade"
        error: dict[str, Any] | None = None
        try:
            report_errors(None if grading else self._print_view_error)
            self.module = _run_module(self.source, "program" if grading else "__main__")
            if grading:
                self.app = _find_app(self.module)
            else:
                _finish_like_python()
        except SystemExit as stop:
            if grading or stop.code not in (None, 0):
                error = self._explain(stop)
        except BaseException as raised:  # noqa: BLE001
            error = self._explain(raised)
        return {"v": CONTRACT, "type": "loaded", "error": error}

    def _explain(self, error: BaseException, view: str | None = None) -> dict[str, Any]:
        if isinstance(error, MemoryError) and self._reserve:
            self._reserve.close()
            self._reserve = None
        return explain(error, self.source, FILE_NAME, view).as_json()

    def _print_view_error(self, error: BaseException) -> None:
        told = explain(error, self.source, FILE_NAME)
        where = f" on line {told.line}" if told.line else ""
        print(
            f"A view stopped with an error{where}, so the answer is 500.\n{told.type}: {told.message}\n{told.plain} {told.try_this}\n",
            file=sys.stderr,
        )

    # ---- questions ----

    def _request(self, message: dict[str, Any]) -> dict[str, Any]:
        forget_templates()
        try:
            answer = call_app(
                self._require_app(),
                method=message["method"],
                path=message["path"],
                query=message["query"],
                headers=message["headers"],
                body=base64.b64decode(message["body"]),
            )
        except AnswerTooLong as error:
            too_long = LearnerError(type="AnswerTooLong", message=str(error), plain=str(error)).as_json()
            return _no_response(too_long)
        failed = self._explain(answer.error, answer.view) if answer.error else None
        return {
            "type": "response",
            "status": answer.status,
            "headers": answer.headers,
            "body": base64.b64encode(answer.body).decode(),
            "error": failed,
            "note": answer.note,
            "templates": take_templates(),
        }

    def _value(self, message: dict[str, Any]) -> Any:
        kind = message["type"]
        if kind == "call":
            return self._call(message)
        if kind == "run":
            return self._run(message["stdin"])
        if kind == "sign-session":
            return self._sign_session(json.loads(message["session"]))
        return self._config(message["name"])

    def _call(self, message: dict[str, Any]) -> Any:
        function = getattr(self.module, message["function"], None)
        if function is None:
            raise MissingFunction(message["function"])
        return function(*json.loads(message["args"]), **json.loads(message["kwargs"]))

    def _run(self, stdin: str) -> None:
        """Runs the program once more, as `python program.py` does; what it prints goes where all its output goes."""
        sys.stdin = io.StringIO(stdin)
        try:
            _run_module(self.source, "__main__")
        except SystemExit as stop:
            if stop.code not in (None, 0):
                raise

    def _sign_session(self, data: dict[str, Any]) -> list[str]:
        """Name and value of the cookie in which the app keeps a session with this data."""
        app = self._require_app()
        serializer = app.session_interface.get_signing_serializer(app)
        if serializer is None:
            raise MissingSecretKey
        return [app.config["SESSION_COOKIE_NAME"], serializer.dumps(data)]

    def _config(self, name: str) -> Any:
        return self._require_app().config.get(name)

    def _routes(self) -> list[dict[str, Any]]:
        app = self._require_app()
        return [
            {
                "rule": rule.rule,
                "methods": sorted(rule.methods or ()),
                "endpoint": rule.endpoint,
                "line": line_of_function(app.view_functions.get(rule.endpoint)),
            }
            for rule in app.url_map.iter_rules()
        ]

    def _require_app(self) -> Any:
        if self.app is None:
            raise MissingApp(*_explain_missing_app(self.module))
        return self.app


class MissingApp(Exception):
    """The program makes no app the checks can call."""

    def __init__(self, plain: str, try_this: str) -> None:
        super().__init__("no app")
        self.plain = plain
        self.try_this = try_this


class MissingSecretKey(Exception):
    """A check asks for a session of an app that can have none."""

    plain = "Your app has no SECRET_KEY, so it cannot keep a session."
    try_this = 'Add `app.secret_key = "…"` below `app = Flask(__name__)`.'

    def __init__(self) -> None:
        super().__init__("no SECRET_KEY")


class MissingFunction(Exception):
    """A check asks for a function the program does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no function {name}")
        self.plain = f"Your program has no function `{name}`."
        self.try_this = f"Define it with `def {name}(…):`, spelled exactly so."


def _no_response(error: dict[str, Any]) -> dict[str, Any]:
    """The answer to a request that came to nothing."""
    return {"type": "response", "status": 500, "headers": [], "body": "", "error": error, "note": None, "templates": []}


def _run_module(source: str, name: str) -> types.ModuleType:
    module = types.ModuleType(name)
    module.__file__ = os.path.join(os.getcwd(), FILE_NAME)
    sys.modules[name] = module
    linecache.cache[FILE_NAME] = (len(source), None, source.splitlines(keepends=True), FILE_NAME)
    exec(compile(source, FILE_NAME, "exec", dont_inherit=True), module.__dict__)
    return module


def _find_app(module: types.ModuleType) -> Any:
    app = getattr(module, "app", None)
    if callable(app):
        return app
    factory = getattr(module, "create_app", None)
    return factory() if callable(factory) else None


def _explain_missing_app(module: types.ModuleType | None) -> tuple[str, str]:
    """What happened, and one thing to try."""
    from flask import Flask

    for name, value in vars(module).items() if module else ():
        if isinstance(value, Flask):
            return OTHER_NAME[0].format(name=name), OTHER_NAME[1]
    return NO_APP


def _json_text(value: Any) -> str:
    """The value as JSON text, so that whatever lies between here and the check passes numbers of any size on unharmed."""
    try:
        return json.dumps(value, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        raise NotComparable(type(value).__name__) from None


class NotComparable(Exception):
    """A function gave something that cannot be sent to the checks."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"a value of kind {kind}")
        self.plain = f"It gave a value of kind {kind}; the checks can read only text, numbers, True, False, None, lists and dicts."


def _finish_like_python() -> None:
    """What Python does at the end of a program: waits for threads, then runs atexit functions."""
    import atexit
    import threading

    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
