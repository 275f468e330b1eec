"""One visit to an app in the browser's Python: what it answers, and the timeline of how it came to that."""

from __future__ import annotations

import unittest
from typing import Any

from coursewright_browser.cut_repr import cut_repr
from coursewright_browser.visit import NoApp, keep, visit
from runner.learner import Learner


def left_behind(source: str) -> Learner:
    learner = Learner()
    loaded = learner.answer({"type": "load", "mode": "grade", "source": source, "stdin": ""})
    assert loaded["error"] is None, loaded["error"]
    keep(learner.app, source)
    return learner


def ask(url: str, method: str = "GET", headers: list[list[str]] | None = None, body: bytes = b"") -> dict[str, Any]:
    return visit({"method": method, "url": url, "headers": headers or [], "body": body})


def steps(exchange: dict[str, Any]) -> list[tuple[str, str, int | None]]:
    return [(step["kind"], step["name"], step["line"]) for step in exchange["timeline"]]


def details(exchange: dict[str, Any], kind: str) -> dict[str, str]:
    step = next(step for step in exchange["timeline"] if step["kind"] == kind)
    return {detail["name"]: detail["value"] for detail in step["details"]}


APP = """from flask import Flask, abort, make_response, render_template_string, request, session
app = Flask(__name__)
app.secret_key = "x"

@app.before_request
def look_up_user():
    print("looking")
    if request.args.get("closed"):
        return "closed", 503

@app.after_request
def stamp(response):
    response.headers["X-Stamp"] = "1"
    return response

@app.teardown_request
def close(error):
    pass

@app.errorhandler(404)
def lost(error):
    return "lost", 404

@app.get("/read/<name>/<int:page>")
def read(name, page):
    return render_template_string("{{ name }} {{ page }}", name=name, page=page)

@app.get("/two-cookies")
def two_cookies():
    response = make_response("set")
    response.set_cookie("a", "1")
    response.set_cookie("b", "2")
    session["who"] = "me"
    return response

@app.get("/gone")
def gone():
    abort(404)

@app.get("/broken")
def broken():
    return missing

@app.get("/nothing")
def nothing():
    pass

@app.get("/again")
def again():
    return again_inside() + read("x", 1)

def again_inside():
    return "in "

@app.post("/form")
def form():
    return request.form["town"]

@app.get("/slash/")
def slash():
    return "here"

@app.get("/stop")
def stop():
    raise KeyboardInterrupt
"""


class Visits(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.learner = left_behind(APP)

    def test_from_address_to_response(self) -> None:
        exchange = ask("/read/Ann/3?x=1#part")
        response = exchange["response"]
        self.assertEqual((response["status"], response["reason"], response["body"]), (200, "OK", b"Ann 3"))
        self.assertEqual(
            steps(exchange),
            [
                ("route", "/read/<name>/<int:page>", 24),
                ("before-request", "look_up_user", 5),
                ("view", "read", 24),
                ("template", "a template from text", 26),
                ("after-request", "stamp", 11),
                ("response", "200 OK", None),
                ("teardown", "close", 16),
            ],
        )
        self.assertEqual(details(exchange, "route"), {"name": "'Ann'", "page": "3"})
        self.assertEqual(details(exchange, "template"), {"name": "'Ann'", "page": "3"})
        self.assertEqual(details(exchange, "view"), {"returns": "'Ann 3'"})
        self.assertEqual((exchange["stdout"], exchange["error"]), ("looking\n", None))
        self.assertGreater(exchange["ms"], 0)
        self.assertGreater(next(step["ms"] for step in exchange["timeline"] if step["kind"] == "view"), 0)

    def test_cookies_keep_apart_and_in_order(self) -> None:
        headers = ask("/two-cookies")["response"]["headers"]
        self.assertEqual([value[:4] for name, value in headers if name == "Set-Cookie"], ["a=1;", "b=2;", "sess"])

    def test_the_session_that_a_request_brings(self) -> None:
        cookies = [value for name, value in ask("/two-cookies")["response"]["headers"] if name == "Set-Cookie"]
        session = next(value for value in cookies if value.startswith("session=")).partition(";")[0]
        self.assertEqual(details(ask("/again", headers=[["Cookie", session]]), "session"), {"who": "'me'"})
        data, seal = session.removeprefix("session=").split(".", 1)
        forged = ask("/again", headers=[["Cookie", f"session={data[:-1]}A.{seal}"]])
        self.assertIn("signature does not fit", details(forged, "session")["why"])
        self.assertEqual(forged["response"]["status"], 200)

    def test_a_hook_that_answers(self) -> None:
        exchange = ask("/read/Ann/3?closed=1")
        self.assertEqual(exchange["response"]["status"], 503)
        self.assertEqual([kind for kind, *_ in steps(exchange)], ["route", "before-request", "after-request", "response", "teardown"])
        self.assertEqual(details(exchange, "before-request"), {"answers instead of the view": "('closed', 503)"})

    def test_no_route(self) -> None:
        exchange = ask("/brokn")
        self.assertEqual(exchange["response"]["status"], 404)
        self.assertEqual(steps(exchange)[0], ("no-route", "/brokn", None))
        self.assertIn("Did you mean /broken?", details(exchange, "no-route")["why"])
        self.assertIn(("error-handler", "lost", 20), steps(exchange))
        self.assertNotIn("view", [kind for kind, *_ in steps(exchange)])

    def test_wrong_method(self) -> None:
        exchange = ask("/form")
        self.assertEqual(exchange["response"]["status"], 405)
        self.assertEqual(details(exchange, "no-route")["allowed methods"], "OPTIONS, POST")
        self.assertIn("answers only POST", details(exchange, "no-route")["why"])

    def test_the_slash_at_the_end(self) -> None:
        exchange = ask("/slash?q=1")
        self.assertEqual(exchange["response"]["status"], 308)
        self.assertEqual(details(exchange, "no-route")["redirects to"], "/slash/?q=1")

    def test_a_view_that_aborts(self) -> None:
        exchange = ask("/gone")
        self.assertEqual(exchange["response"]["status"], 404)
        self.assertIsNone(exchange["error"])
        told = [step for step in steps(exchange) if step[0] in ("view", "error", "error-handler")]
        self.assertEqual(told, [("view", "gone", 36), ("error", "404 Not Found", 38), ("error-handler", "lost", 20)])

    def test_a_view_that_stops_with_an_error(self) -> None:
        exchange = ask("/broken")
        self.assertEqual(exchange["response"]["status"], 500)
        self.assertEqual((exchange["error"]["type"], exchange["error"]["line"]), ("NameError", 42))
        self.assertIn(("error", "NameError: name 'missing' is not defined", 42), steps(exchange))
        self.assertEqual(exchange["stdout"], "looking\n")

    def test_a_view_that_returns_nothing(self) -> None:
        exchange = ask("/nothing")
        self.assertEqual((exchange["error"]["type"], exchange["error"]["line"]), ("TypeError", 45))
        self.assertEqual(details(exchange, "view"), {"returns": "None"})
        self.assertEqual([kind for kind, *_ in steps(exchange)].count("error"), 1)

    def test_why_a_request_was_refused(self) -> None:
        exchange = ask("/form", "POST", [["Content-Type", "application/x-www-form-urlencoded"]], b"city=Oslo")
        self.assertEqual(exchange["response"]["status"], 400)
        self.assertIn("'town'", details(exchange, "response")["why"])

    def test_a_view_that_another_view_calls_is_no_step(self) -> None:
        views = [name for kind, name, _ in steps(ask("/again")) if kind == "view"]
        self.assertEqual(views, ["again"])

    def test_stopped_by_the_reader(self) -> None:
        with self.assertRaises(KeyboardInterrupt):
            ask("/stop")
        self.assertEqual(ask("/read/a/1")["response"]["status"], 200)

    def test_the_app_does_not_see_that_it_is_watched(self) -> None:
        views, hooks = dict(self.learner.app.view_functions), list(self.learner.app.before_request_funcs[None])
        ask("/read/a/1")
        self.assertEqual((self.learner.app.view_functions, self.learner.app.before_request_funcs[None]), (views, hooks))


class OtherApps(unittest.TestCase):
    def test_none(self) -> None:
        keep(None, "")
        with self.assertRaises(NoApp):
            ask("/")

    def test_not_of_flask(self) -> None:
        left_behind(
            "def app(environ, start_response):\n    start_response('200 OK', [('A', 'b')])\n"
            "    return [environ['PATH_INFO'].encode('latin-1')]\n"
        )
        exchange = ask("/%C3%A9")
        self.assertEqual((exchange["response"]["body"], exchange["response"]["headers"]), ("/é".encode(), [["A", "b"]]))
        self.assertEqual(steps(exchange), [("response", "200 OK", None)])

    def test_an_answer_that_is_none(self) -> None:
        left_behind("def app(environ, start_response):\n    start_response('fine', [])\n    return []\n")
        exchange = ask("/")
        self.assertEqual((exchange["response"]["status"], exchange["error"]["type"]), (500, "ValueError"))

    def test_too_long(self) -> None:
        left_behind("from flask import Flask\napp = Flask(__name__)\n@app.get('/')\ndef much():\n    return 'x' * 9_000_000\n")
        self.assertEqual(ask("/")["error"]["plain"], "The answer is longer than 8192 KB.")

    def test_a_view_of_a_class_and_one_in_a_decorator(self) -> None:
        left_behind(
            "import functools\nfrom flask import Flask, views\napp = Flask(__name__)\n"
            "def guarded(view):\n    @functools.wraps(view)\n    def inner(**given):\n        return view(**given)\n    return inner\n"
            "@app.get('/a')\n@guarded\ndef a():\n    return 'a'\n"
            "class B(views.MethodView):\n    def get(self):\n        return 'b'\n"
            "app.add_url_rule('/b', view_func=B.as_view('b'))\n"
        )
        self.assertEqual([step for step in steps(ask("/a")) if step[0] == "view"], [("view", "a", 9)])
        self.assertEqual([step for step in steps(ask("/b")) if step[0] == "view"], [("view", "B.get", 14)])

    def test_it_still_answers_in_debug_mode(self) -> None:
        left_behind("from flask import Flask\napp = Flask(__name__)\napp.debug = True\n@app.get('/')\ndef bad():\n    return 1 / 0\n")
        exchange = ask("/")
        error = exchange["error"]
        self.assertEqual((exchange["response"]["status"], error["type"], error["line"]), (500, "ZeroDivisionError", 6))


class CutReprs(unittest.TestCase):
    def test_values(self) -> None:
        class Shy:
            __module__ = "program"

            def __repr__(self) -> str:
                raise AssertionError("the program's code was called")

        for value, shown in (
            (1.5, "1.5"),
            (True, "True"),
            ({"a": [1, None]}, "{'a': [1, None]}"),
            (Shy(), "<Shy object>"),
            ([Shy()], "[<Shy object>]"),
        ):
            with self.subTest(shown):
                self.assertEqual(cut_repr(value), shown)
        self.assertLessEqual(len(cut_repr("x" * 1000)), 200)
        self.assertLessEqual(len(cut_repr(list(range(1000)))), 200)


if __name__ == "__main__":
    unittest.main()
