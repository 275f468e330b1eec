"""Apps, routes and views."""

from __future__ import annotations

import ast
import re

from runner.explanations.missing_return import explain_missing_return
from runner.situation import Rule, Situation, Told, in_words, says


def _returned_none(situation: Situation) -> Told | None:
    found = re.match(r"The view function for '([\w.]+)' did not return a valid response\. The function either returned None", situation.message)
    if not found:
        return None
    name = found[1].rpartition(".")[2]
    function = situation.function(name) or _function_of_endpoint(situation, name)
    if function is None:
        return Told(f"The view `{name}` returned nothing.", "End it with `return` and what the browser should get.")
    return explain_missing_return(function)


def _function_of_endpoint(situation: Situation, endpoint: str) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """A route may have been given another name: endpoint="…"."""
    for node in ast.walk(situation.tree) if situation.tree else ():
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for decorator in node.decorator_list:
                if isinstance(decorator, ast.Call) and any(
                    key.arg == "endpoint" and isinstance(key.value, ast.Constant) and key.value.value == endpoint for key in decorator.keywords
                ):
                    return node
    return None


def _returned_something_else(situation: Situation) -> Told | None:
    found = re.search(r"did not return a valid response\. The return type must be .+ but it was an? (.+?)\.$", situation.message, re.DOTALL)
    if not found:
        return None
    kind = found[1]
    advice = {
        "int": "Turn it into text: `return str(…)`. A status stands second: `return \"text\", 404`.",
        "float": "Turn it into text: `return str(…)`.",
        "bool": "Return a text such as \"yes\", or a dict for JSON.",
        "set": "Make it a list: `return list(…)`.",
        "type": "Call the class: `name()` instead of `name`.",
    }
    return Told(f"A view gives back text, a dict, a list or a response, and this one gave {in_words(kind)}.", advice.get(kind, "Turn it into text with `str(…)`."))


def _parameters(situation: Situation) -> Told | None:
    """A view's parameters and the <parts> of its address must have the same names."""
    found = re.match(r"(?:[\w.]+\.)?(\w+)\(\) (missing \d+ required positional arguments?: (.+)|got an unexpected keyword argument '(\w+)'.*)$", situation.message, re.DOTALL)
    if not found or "TypeError" not in situation.types or situation.calls:
        return None
    function = situation.function(found[1])
    addresses = _addresses(function) if function else []
    if function is None or not addresses:
        return None
    address = addresses[0]
    own = [argument.arg for argument in function.args.args]
    if found[4]:
        return Told(
            f"The address `{address}` gives the view `{found[1]}` a `{found[4]}`, and the view {'has no parameters' if not own else f'has only {_listed(own)}'}.",
            f"Write `def {found[1]}({', '.join([*[name for name in own if f'{name}>' in address], found[4]])}):`.",
        )
    lacking = re.findall(r"'(\w+)'", found[3])
    parts = "".join(f"/<{name}>" for name in lacking)
    return Told(
        f"The view `{found[1]}` wants {_listed(lacking)}, and its address `{address}` has no such part.",
        f"Put it into the address: \"{address.rstrip('/')}{parts}\".",
    )


def _addresses(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    found = []
    for decorator in function.decorator_list:
        if isinstance(decorator, ast.Call) and decorator.args and isinstance(decorator.args[0], ast.Constant) and isinstance(decorator.args[0].value, str):
            found.append(decorator.args[0].value)
    return found


def _listed(names: list[str]) -> str:
    return " and ".join(f"`{name}`" for name in names)


def _same_name(situation: Situation) -> Told | None:
    found = re.search(r"overwriting an existing endpoint function: ([\w.]+)", situation.message)
    if not found or "AssertionError" not in situation.types:
        return None
    name = found[1]
    lines = [node.lineno for node in ast.walk(situation.tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == name] if situation.tree else []
    if len(lines) < 2:
        return Told(
            f"Two views have the same name for Flask, `{name}`: your decorator gives each of them its own inner function.",
            f"Put `@wraps(f)` from `functools` above `def {name}`.",
        )
    where = f"on lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}"
    return Told(f"Two views are both called `{name}`, {where}. Flask tells views apart by their names.", "Give one of them another name.")


RULES: list[Rule] = [
    _returned_none,
    _returned_something_else,
    says("TypeError", "did not return a valid response tuple", "A view that gives back several values gives a text and a status, and perhaps headers, in this order.", "Write `return \"text\", 404`; to give a list, use [ ]."),
    _parameters,
    _same_name,
    says("AssertionError", "expected view func if endpoint is not provided", "The decorator below the route gives nothing back, so Flask has no view.", "End your decorator with `return` and its inner function."),
    says("ValueError", "must start with a (?:leading )?slash|urls must start", "An address starts with a slash, and the one on line {line} does not.", "Write it like \"/home\"."),
    says("ValueError", "malformed url rule: '(.*)'", "Flask cannot read the address `{a}`: a part in < > is one word, closed by `>`.", "Write it like \"/user/<name>\"; use _ instead of -."),
    says("LookupError", "the converter '(\\w+)' does not exist", "Flask has no kind of part called `{a}`.", "Use `<int:…>`, `<float:…>`, `<path:…>`, or plain `<…>` for text."),
    says("SyntaxError", "duplicate argument '(\\w+)'", "The address on line {line} has two parts called `{a}`.", "Give one of them another name."),
    says("TypeError", "Allowed methods must be a list", "`methods` is a list, even for a single method.", "Write `methods=[\"POST\"]`."),
    says("TypeError", r"unexpected keyword argument 'method'", "A route has no `method`; the word is in the plural.", "Write `methods=[\"POST\"]`."),
    says("TypeError", "Use the 'route' decorator to use the 'methods' argument", "`@app.get` and `@app.post` say the method already.", "Write `@app.route(\"/…\", methods=[…])` instead."),
    says("TypeError", r"route\(\) missing 1 required positional argument: 'rule'", "The route on line {line} has no address.", "Put it in the brackets: `@app.route(\"/\")`."),
    says("TypeError", r"Flask.__init__\(\) missing", "Flask wants to know the name of your program.", "Write `app = Flask(__name__)`."),
    says("TypeError", r"Blueprint.__init__\(\) missing", "A blueprint has a name and the name of its module.", "Write `Blueprint(\"name\", __name__)`."),
    says("AttributeError", "'str' object has no attribute '_check_setup_finished'", "`route` belongs to an app, and here it is called on the class `Flask`.", "Make the app first: `app = Flask(__name__)`, and write `@app.route(…)`."),
    says("AttributeError", "'Flask' object has no attribute '(\\w+)'", "An app has no `{a}`.", "Did you mean `secret_key`?", lambda situation: re.search(r"'(secretkey|secretKey|SECRET_KEY|secret|key)'", situation.message)),
    says("AttributeError", "'Config' object has no attribute '(\\w+)'", "`app.config` is a dict, and its values are not reached with a point.", "Write `app.config[\"{a}\"]`."),
    says("TypeError", "'Config' object is not callable", "`app.config` is a dict, and here it is called.", "Use square brackets: `app.config[\"…\"]`."),
    says("BuildError", r"Could not build url for endpoint '(/.*?)'", "`url_for` takes the name of a view function, and `{a}` is an address.", "Write the function's name; or use the address itself, without `url_for`."),
    says("BuildError", r"Could not build url for endpoint '([^']+)'.*Did you forget to specify values? \['(.*?)'\]", "The address of `{a}` has a part `<{b}>`, and `url_for` is not told what to put there.", "Write `url_for(\"{a}\", {b}=…)`."),
    says("BuildError", r"Could not build url for endpoint '([^']+)'.*Did you mean '([^']+)'", "`url_for` takes the name of a view function, and there is none called `{a}`.", "Did you mean `url_for(\"{b}\")`?", lambda situation: "'static'" not in situation.message),
    says("BuildError", r"Could not build url for endpoint '([^']+)'", "`url_for` takes the name of a view function, and there is none called `{a}`.", "Write the name after `def`, not the address."),
    says("LookupError", r"no exception for '(\d+)'", "`abort` takes a number, and `\"{a}\"` in quotes is text.", "Write `abort({a})`."),
    says("LookupError", r"no exception for '?(.+?)'?$", "`abort` stops with an error status, and `{a}` is none.", "Use a number such as 400, 403 or 404; a text comes second: `abort(404, \"…\")`."),
    says("TypeError", r"redirect\(\) missing", "`redirect` does not say where to go.", "Put the address in the brackets: `redirect(\"/\")` or `redirect(url_for(\"…\"))`."),
    says("TypeError", r"json.response\(\) takes either args or kwargs", "`jsonify` takes either values or names with values, not both.", "Give it one dict, or only name=value."),
    says("TypeError", "issubclass\\(\\) arg 1 must be a class", "`@app.errorhandler` takes a number or an error class.", "Write `@app.errorhandler(404)`, without quotes.", lambda situation: "errorhandler" in situation.source),
]
