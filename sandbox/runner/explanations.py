"""What beginners' errors mean, in one sentence each: what happened, and one thing to try.

Order matters: the first explanation that fits is used, so the special ones stand before the general ones.
A sentence may name groups of its pattern as {1}, {2}, the near name Python offers as {near}, and the line as {text}.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Situation:
    error: BaseException
    #: names of the error's class and of all its base classes
    type: frozenset[str]
    message: str
    suggestion: str | None
    #: the learner's line, "" when there is none
    text: str
    source: str
    line: int | None


@dataclass(frozen=True)
class Explanation:
    type: str
    pattern: str
    sentence: str
    #: a further condition on the line or the source
    when: Callable[[Situation], bool] | None = None

    def apply(self, situation: Situation) -> str | None:
        if self.type not in situation.type:
            return None
        match = re.search(self.pattern, situation.message)
        if not match or (self.when and not self.when(situation)):
            return None
        groups = [match[0], *(group or "" for group in match.groups())]
        return self.sentence.format(*groups, near=situation.suggestion or "", text=situation.text.strip())


def near(situation: Situation) -> bool:
    return situation.suggestion is not None


def line_has(part: str) -> Callable[[Situation], bool]:
    return lambda situation: part in situation.text


def text_matches(pattern: str) -> Callable[[Situation], bool]:
    return lambda situation: re.search(pattern, situation.text) is not None


FLASK_NAMES = (
    r"name '(Flask|request|session|make_response|redirect|url_for|render_template|render_template_string|jsonify|abort|"
    r"flash|g|current_app|send_file|send_from_directory|get_flashed_messages|Response|Blueprint)' is not defined"
)
STANDARD_MODULES = r"name '(os|json|re|random|datetime|math|secrets|hashlib|uuid|time|pathlib|io|sys|string)' is not defined"

EXPLANATIONS: list[Explanation] = [
    Explanation("BaseException", "", "There is still a blank ___ on this line. Replace it with your code.", text_matches(r"(?<!\w)_{3,}(?!\w)")),
    # ---- the program cannot be read ----
    Explanation("TabError", "", "This block mixes tabs and spaces. Indent every line with four spaces."),
    Explanation("IndentationError", r"expected an indented block after (.+?) on line (\d+)", "The {1} on line {2} needs a body: indent the lines that belong to it by four spaces."),
    Explanation("IndentationError", "expected an indented block", "Indent the lines that belong to the block above by four spaces."),
    Explanation("IndentationError", "unexpected indent", "This line is indented further than the line above it, and nothing above opens a block. Move it to the left."),
    Explanation("IndentationError", "unindent does not match", "This line's indentation fits no block above it. Give it exactly as many spaces as the lines it belongs with."),
    Explanation("SyntaxError", r"expected ':'", "A colon is missing at the end of this line: `if`, `for`, `def` and the like end with `:`."),
    Explanation("SyntaxError", r"'(.)' was never closed", "The bracket `{1}` opened here is never closed. Add the closing one."),
    Explanation("SyntaxError", r"unmatched '(.)'", "There is a `{1}` too many here, or the bracket that opens it is missing."),
    Explanation("SyntaxError", r"closing parenthesis '(.)' does not match opening parenthesis '(.)'", "The bracket `{2}` is closed with `{1}`. Brackets close in pairs: (), [], {{}}."),
    Explanation("SyntaxError", "unterminated triple-quoted", 'A text that starts with three quotes is never closed. Add """ where it ends.'),
    Explanation("SyntaxError", "unterminated f-string|unterminated string", "The text opened with a quote here is not closed on the same line. Add the closing quote."),
    Explanation("SyntaxError", "invalid character '([“”‘’«»])'", "This line has a typographic quote {1}. Python wants the straight ones: \" or '."),
    Explanation("SyntaxError", r"invalid character '(.+?)'|invalid non-printable character", "This line holds a character Python cannot read, perhaps copied from a document. Type the line again."),
    Explanation("SyntaxError", "Maybe you meant '=='", "A single `=` stores a value; to compare two values write `==`."),
    Explanation("SyntaxError", "Perhaps you forgot a comma", "Two values stand side by side with nothing between them. Perhaps a comma is missing, or a quote."),
    Explanation("SyntaxError", r"Missing parentheses in call to '(\w+)'", "`{1}` is a function: put what it should work on in brackets, as in {1}(…)."),
    Explanation("SyntaxError", "'return' outside function", "`return` works only inside a function. Indent this line into the function it belongs to."),
    Explanation("SyntaxError", "'(.+?)' outside (.+)", "`{1}` works only inside a {2}. Check the indentation of this line."),
    Explanation("SyntaxError", "'(break|continue)' (?:outside|not properly)", "`{1}` works only inside a loop."),
    Explanation("SyntaxError", "positional argument follows keyword argument", "In a call, arguments with a name (name=value) come after those without."),
    Explanation("SyntaxError", r"keyword argument repeated: (\w+)", "The argument `{1}` is given twice in this call. Keep one."),
    Explanation("SyntaxError", "duplicate argument '(\\w+)'", "Two parameters of this function are both called `{1}`. Give each its own name."),
    Explanation("SyntaxError", "cannot assign to (.+?)(?: here|$|\\.)", "The left side of `=` must be a name to store into, and here it is a {1}."),
    Explanation("SyntaxError", "invalid decimal literal", "A name cannot start with a digit, and a number cannot have letters in it."),
    Explanation("SyntaxError", "leading zeros in decimal", "A whole number does not start with 0. Drop the zero, or put the number in quotes."),
    Explanation("SyntaxError", "f-string: expecting '}'|f-string: valid expression required|f-string: empty expression", "Something is wrong between the { } of this f-string. Put exactly one expression in them, and close them.".replace("{", "{{").replace("}", "}}")),
    Explanation("SyntaxError", "expected 'except' or 'finally'", "A `try:` needs an `except:` (or `finally:`) at the same indentation below it."),
    Explanation("SyntaxError", "expected '(.+?)'", "Python expected {1} here. Look at the line, and at the end of the line above."),
    Explanation("SyntaxError", "invalid syntax", "`else`, `elif` and `except` must be lined up with the `if` or `try` they belong to.", text_matches(r"^\s*(else|elif|except|finally)\b")),
    Explanation("SyntaxError", "invalid syntax", "A function starts with `def name(…):`.", text_matches(r"^\s*(function|func|define|fn)\b")),
    Explanation("SyntaxError", "invalid syntax", "A decorator such as @app.route(…) must stand directly above a `def`.", text_matches(r"^\s*@")),
    Explanation("SyntaxError", "source code cannot contain null bytes|null bytes", "The program holds a character that is not text. Type it again rather than pasting it."),
    Explanation("SyntaxError", "", "Python cannot read this line. Look for a missing bracket, quote, comma or colon here or just above."),
    # ---- names ----
    Explanation("NameError", FLASK_NAMES, "`{1}` must be imported before it can be used: from flask import {1}."),
    Explanation("NameError", STANDARD_MODULES, "`{1}` is a module of Python's own: add `import {1}` at the top."),
    Explanation("NameError", "name '(true|false|none|null)' is not defined", "Python writes True, False and None with a capital letter."),
    Explanation("UnboundLocalError", r"variable '(\w+)'", "The function gives `{1}` a value further down, so inside the function it does not exist yet here. Set it before this line, or use another name."),
    Explanation("NameError", r"name '(\w+)' is not defined", "Python knows no `{1}`. Did you mean `{near}`?", near),
    Explanation("NameError", r"name '(\w+)' is not defined", "Python knows no `{1}` at this point. Check the spelling; if it is meant to be text, put it in quotes; if it is a variable, give it a value first."),
    # ---- imports ----
    Explanation("ImportError", r"cannot import name '(\w+)' from '([\w.]+)'", "`{2}` has no `{1}`. Did you mean `{near}`?", near),
    Explanation("ImportError", r"cannot import name '(\w+)' from '([\w.]+)'", "`{2}` has nothing called `{1}`. Check the spelling, capitals included."),
    Explanation("ModuleNotFoundError", r"No module named '(requests|numpy|pandas|flask_\w+|sqlalchemy|dotenv|wtforms)", "The package `{1}` is not installed here. The course needs only Flask and Python's own modules."),
    Explanation("ModuleNotFoundError", r"No module named '([\w.]+)'", "Python finds no module `{1}`. Check the spelling; Flask is imported with `from flask import Flask`."),
    # ---- Flask ----
    Explanation("RuntimeError", "no secret key was set|session is unavailable", "A session is signed, and for that the app needs a secret key: set app.secret_key = \"…\" right after making the app."),
    Explanation("RuntimeError", "Working outside of request context", "`request` and `session` exist only while a request is being answered. Use them inside a view function, not at the top of the program."),
    Explanation("RuntimeError", "Working outside of application context", "This works only inside a view function (or inside `with app.app_context():`)."),
    Explanation("TypeError", r"The view function for '(\w+)' did not return a valid response\. The function either returned None", "The view `{1}` returned nothing. End it with `return` and what the browser should get; check that every way through the function has one."),
    Explanation("TypeError", r"did not return a valid response\. The return type must be .+ but it was an? (\w+)", "A view returns text, a dict, a list or a response, and this one returned {1}. Turn it into text, for example with str(…)."),
    Explanation("TypeError", r"did not return a valid response tuple", "A view that returns several values returns (body, status) or (body, status, headers), in this order."),
    Explanation("AssertionError", r"View function mapping is overwriting an existing endpoint function: (\w+)", "Two views are both called `{1}`. Give every view function its own name."),
    Explanation("ValueError", "urls must start with a leading slash|URL rule .* must start|must start with a slash", "The address in @app.route(…) must start with a slash, as in \"/set\"."),
    Explanation("BuildError", r"Could not build url for endpoint '([^']+)'.*Did you mean '([^']+)'", "url_for takes the name of a view function, and there is none called `{1}`. Did you mean `{2}`?"),
    Explanation("BuildError", r"Could not build url for endpoint '([^']+)'.*Did you forget to specify values? (\[.*?\])", "url_for(\"{1}\") also needs a value for {2}, because the route has it in its address."),
    Explanation("BuildError", r"Could not build url for endpoint '([^']+)'", "url_for takes the name of a view function (not its address), and there is none called `{1}`."),
    Explanation("TemplateNotFound", r"(.+)", "Flask finds no template `{1}`. Templates are files in the folder templates; check the name, .html included."),
    Explanation("TemplateSyntaxError", "(.*)", "Jinja cannot read the template: {1} Check that every {{% … %}} and {{{{ … }}}} is closed."),
    Explanation("UndefinedError", r"'(\w+)' is undefined", "The template uses `{1}`, and the view does not pass it. Add {1}=… to the render call."),
    Explanation("BadRequestKeyError", "", "The form or query has no field of this name. Read it with .get(…), or check the name in the form."),
    Explanation("RequestEntityTooLarge", "", "The request is bigger than MAX_CONTENT_LENGTH allows."),
    Explanation("MethodNotAllowed", "", "The route exists, and it does not accept this method. Add methods=[\"GET\", \"POST\"] to it."),
    Explanation("NotFound", "", "The app answered 404: nothing is found under this address."),
    # ---- values of the wrong kind ----
    Explanation("AttributeError", "'str' object has no attribute '(set_cookie|delete_cookie|headers|status_code)'", "`{1}` works on a response, and here it is called on plain text. Make the response first: response = make_response(…)."),
    Explanation("AttributeError", "'tuple' object has no attribute '(set_cookie|delete_cookie|headers|status_code)'", "`{1}` works on a response, and here it is called on a tuple. Make the response first: response = make_response(…)."),
    Explanation("AttributeError", r"'function' object has no attribute '(\w+)'", "A function has no `{1}`. Perhaps the brackets that call it are missing: name() instead of name."),
    Explanation("AttributeError", r"'NoneType' object has no attribute '(\w+)'", "The value before .{1} is None, that is, nothing. A cookie, form field or function that gives nothing is often the cause: check it before using it."),
    Explanation("AttributeError", r"'Request' object has no attribute '(cookie|file|arg|forms)'", "`request` has no `{1}`. The names are in the plural or as Flask spells them: request.cookies, request.files, request.args, request.form."),
    Explanation("AttributeError", r"module '(\w+)' has no attribute '(\w+)'", "The module `{1}` has no `{2}`. Did you mean `{near}`?", near),
    Explanation("AttributeError", r"'(\w+)' object has no attribute '(\w+)'", "A value of kind {1} has no `{2}`. Did you mean `{near}`?", near),
    Explanation("AttributeError", r"'(\w+)' object has no attribute '(\w+)'", "A value of kind {1} has no `{2}`. Check the spelling, and that the variable holds what you think."),
    Explanation("TypeError", r"(\w+)\(\) missing (\d+) required (?:positional|keyword-only) arguments?: (.+)", "`{1}` is called without {3}. If it is a view, its parameters must be in the address of its route, as in \"/user/<name>\"."),
    Explanation("TypeError", r"(\w+)\(\) takes (?:from )?(.+?) positional arguments? but (\d+) (?:was|were) given", "`{1}` takes {2} argument(s), and here it is given {3}."),
    Explanation("TypeError", r"(\w+)\(\) got an unexpected keyword argument '(\w+)'", "`{1}` has no parameter `{2}`. If it is a view, the name in its route's address must be one of its parameters."),
    Explanation("TypeError", r"(\w+)\(\) got multiple values for argument '(\w+)'", "`{1}` is given `{2}` twice: once by position and once by name."),
    Explanation("TypeError", "'NoneType' object is not subscriptable", "The value before [ ] is None, that is, nothing. Check that it was found before taking a part of it."),
    Explanation("TypeError", "'(\\w+)' object is not subscriptable", "A value of kind {1} has no parts to take with [ ]. If it is a function, call it with ( )."),
    Explanation("TypeError", "'(\\w+)' object is not callable", "The value before ( ) is of kind {1}, not a function. Perhaps a variable has the same name as a function."),
    Explanation("TypeError", "'NoneType' object is not iterable", "The value to loop over is None, that is, nothing."),
    Explanation("TypeError", "'(\\w+)' object is not iterable", "A value of kind {1} cannot be looped over. For counting use range(…)."),
    Explanation("TypeError", r"can only concatenate str \(not \"(\w+)\"\) to str", "Text can only be joined to text, and the other value is of kind {1}. Use str(…), or an f-string: f\"…{{value}}\"."),
    Explanation("TypeError", r"can't concat \w+ to bytes|bytes-like object is required|str instance, bytes found", "Bytes and text cannot be joined. Text becomes bytes with .encode(), bytes become text with .decode()."),
    Explanation("TypeError", r"unsupported operand type\(s\) for (.+): '(\w+)' and '(\w+)'", "`{1}` does not work between {2} and {3}. What comes from a cookie, form or address is text: turn it into a number with int(…)."),
    Explanation("TypeError", r"'(.+)' not supported between instances of '(\w+)' and '(\w+)'", "`{1}` cannot compare {2} with {3}. What comes from a cookie, form or address is text: turn it into a number with int(…)."),
    Explanation("TypeError", r"'(\w+)' object does not support item assignment", "A value of kind {1} cannot be changed in place. Make a new one instead."),
    Explanation("TypeError", r"unhashable type: '(\w+)'", "A {1} cannot be a key of a dict or a member of a set."),
    Explanation("TypeError", r"Object of type (\w+) is not JSON serializable", "JSON knows text, numbers, lists and dicts, and here it is given a {1}. Turn it into one of these first."),
    Explanation("TypeError", r"string indices must be integers|(?:list|tuple) indices must be integers", "The value before [ ] is a text or a list, whose parts have numbers, not names. A dict has names."),
    Explanation("KeyError", "(.+)", "There is nothing under the name {1}. Check the spelling, or read it with .get({1}), which gives None instead of an error."),
    Explanation("IndexError", "(?:list|string|tuple|pop).*(?:out of range|empty)", "The list or text is shorter than that. The first item has the number 0, the last one len(…) - 1."),
    Explanation("ValueError", r"invalid literal for int\(\) with base 10: (.+)", "int(…) turns text like \"12\" into a number, and {1} is not a whole number. Check it first."),
    Explanation("ValueError", r"could not convert string to float: (.+)", "float(…) turns text like \"1.5\" into a number, and {1} is not a number."),
    Explanation("ValueError", r"not enough values to unpack", "There are more names on the left of `=` than values on the right."),
    Explanation("ValueError", r"too many values to unpack", "There are more values on the right of `=` than names on the left."),
    Explanation("JSONDecodeError", "", "The text is not JSON, so it cannot be read as such."),
    Explanation("ZeroDivisionError", "", "Something is divided by zero. Check the divisor before dividing."),
    Explanation("RecursionError", "", "A function calls itself without end. It needs a case in which it stops."),
    Explanation("AssertionError", "(.*)", "An assert in your program found its condition to be false. {1}"),
    Explanation("UnicodeError", "", "Bytes and text do not fit together here. Text becomes bytes with .encode(), bytes become text with .decode()."),
    Explanation("StopIteration", "", "next(…) found nothing left to give."),
    # ---- the sandbox ----
    Explanation("MemoryError", "", "The program wanted more memory than it may have. Look for a list or text that grows without end."),
    Explanation("RuntimeError", "can't start new thread", "The program started more threads than it may have."),
    Explanation("FileNotFoundError", r"No such file or directory: (.+)", "There is no file {1}. Your program starts in an empty folder; make the file or folder first (os.makedirs)."),
    Explanation("FileExistsError", r"File exists: (.+)", "{1} is already there. os.makedirs(…, exist_ok=True) does not mind."),
    Explanation("IsADirectoryError", "", "This is a folder, not a file. Add the file's name to the path."),
    Explanation("PermissionError", r"Operation not permitted", "Programs here may not use the network, start other programs or touch other processes."),
    Explanation("PermissionError", r"(?:Permission denied|Read-only).*?: (.+)", "Programs here may write only into the folder they start in, and {1} is outside it."),
    Explanation("OSError", "File too large", "A file here may have at most 8 MB."),
    Explanation("OSError", "No space left", "The folder for your program's files is full."),
    Explanation("OSError", r"Read-only file system: (.+)", "Programs here may write only into the folder they start in, and {1} is outside it."),
    Explanation("OSError", "Too many open files", "The program opened too many files at once. Open files with `with open(…) as file:`, which closes them."),
    Explanation("EOFError", "", "input(…) asked for a line, and there is none: nobody is typing here."),
    Explanation("SystemExit", "", "The program stopped itself with exit(). Remove that, so that it can be tried."),
    Explanation("KeyboardInterrupt", "", "The program interrupted itself."),
]
