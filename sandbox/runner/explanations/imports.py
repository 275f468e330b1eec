"""Imports that fail."""

from __future__ import annotations

import re
import sys
from difflib import get_close_matches

from runner.explanations.names import HOMES
from runner.situation import Rule, Situation, Told, near, says

#: what the image has besides Python's own modules (sandbox/image/packages.txt, and what Flask brings)
INSTALLED = ("flask", "werkzeug", "jinja2", "markupsafe", "itsdangerous", "click", "blinker")
#: what tutorials import and the image does not have, with what does the same here
ABSENT = {
    "requests": "Delete the import: there is no network here, and the checks call your app themselves",
    "numpy": "Use Python's own lists and the module `math`",
    "pandas": "Use Python's own lists and the module `csv`",
    "dotenv": "Set app.secret_key in the program itself",
    "flask_sqlalchemy": "Use the module `sqlite3`",
    "sqlalchemy": "Use the module `sqlite3`",
    "flask_login": "Use Flask's `session`",
    "flask_session": "Use Flask's `session`",
    "flask_wtf": "Read the form with `request.form`",
    "wtforms": "Read the form with `request.form`",
    "flask_bcrypt": "Use `generate_password_hash` from `werkzeug.security`",
    "bcrypt": "Use `generate_password_hash` from `werkzeug.security`",
    "PIL": "Keep the picture's bytes as they are",
}
#: names of files in bigger projects
OWN_FILES = ("app", "main", "models", "forms", "db", "database", "config", "routes", "views", "extensions", "auth", "utils", "helpers")


def _no_module(situation: Situation) -> Told | None:
    found = re.match(r"No module named '([\w.]+)'", situation.message)
    if not found or "ModuleNotFoundError" not in situation.types:
        return None
    name = found[1].partition(".")[0]
    if name in ABSENT or name.startswith("flask_"):
        return Told(f"The package `{name}` is not installed here: there are Flask and Python's own modules.", f"{ABSENT.get(name, 'Use what Flask itself has')}.")
    if name in OWN_FILES:
        return Told(f"`{name}` would be another file of yours, and here your program is a single file.", "Put that code into this program, and delete the import.")
    known = [*INSTALLED, *sys.stdlib_module_names]
    lower = name.lower()
    if lower != name and lower in known:
        return Told(f"The module is called `{lower}`, in small letters.", f"Write `{lower}` instead of `{name}` after `from` or `import`.")
    close = get_close_matches(lower, [each for each in known if not each.startswith("_")], n=1, cutoff=0.75)
    if close:
        return Told(f"There is no module `{name}`.", f"Did you mean `{close[0]}`?")
    return Told(f"There is no module `{name}` here.", "Check the spelling; only Flask and Python's own modules are installed.")


def _no_name(situation: Situation) -> Told | None:
    found = re.match(r"cannot import name '(\w+)' from '([\w.]+)'", situation.message)
    if not found or "ImportError" not in situation.types:
        return None
    name, module = found[1], found[2]
    if module in ("program", "__main__"):
        return Told("The program imports from itself.", "Delete this import: the names of this file need none.")
    home = HOMES.get(name)
    if home and home != module:
        return Told(f"`{name}` is not in `{module}`; it is in `{home}`.", f"Write `from {home} import {name}`.")
    if situation.near:
        return Told(f"`{module}` has no `{name}`.", f"Did you mean `{situation.near}`?")
    return Told(f"`{module}` has nothing called `{name}`.", "Check the spelling, capital letters included.")


RULES: list[Rule] = [
    _no_module,
    _no_name,
    says("AttributeError", r"module '([\w.]+)' has no attribute '(\w+)'", "The module `{a}` has no `{b}`; the class `{a}` inside it has.", "Import that: `from {a} import {a}`.", lambda situation: re.search(r"module 'datetime' has no attribute '(now|utcnow|today|strptime|fromisoformat|fromtimestamp)'", situation.message)),
    says("AttributeError", r"module '([\w.]+)' has no attribute '(\w+)'", "The module `{a}` has no `{b}`.", "Did you mean `{near}`?", near),
    says("AttributeError", r"module '([\w.]+)' has no attribute '(\w+)'", "The module `{a}` has no `{b}`.", "Check the spelling, and which module it is in."),
    says("AttributeError", r"type object 'datetime.datetime' has no attribute 'datetime'", "`datetime` is the class here already: the import says `from datetime import datetime`.", "Leave one `datetime.` out."),
    says("TypeError", r"'module' object is not callable. Did you mean: '([\w.]+)\(", "{value} is a module, and a module cannot be called.", "Did you mean `{a}(…)`?"),
    says("TypeError", r"'module' object is not callable", "{value} is a module, and a module cannot be called.", "Call a function of the module: `module.function(…)`."),
    says("AttributeError", r"^route$", "`app` is the module `flask` here, not an app.", "Make the app: `app = Flask(__name__)`."),
]
