"""Errors in Jinja templates: which template, which line."""

from __future__ import annotations

import re

from runner.situation import Rule, Situation, Told, in_words, says


def _where(situation: Situation) -> str:
    if situation.template is None:
        return "the template"
    name, line, text = situation.template
    shown = f" (`{text}`)" if text else ""
    return f"line {line} of the template{f' `{name}`' if name else ''}{shown}"


def _syntax(situation: Situation) -> Told | None:
    if not situation.types & {"TemplateSyntaxError"}:
        return None
    where, message = _where(situation), situation.message
    text = situation.template[2] if situation.template else ""
    start = f"Jinja cannot read {where}."
    missing = re.search(r"The innermost block that needs to be closed is '(\w+)'", message)
    if missing:
        return Told(f"The template ends while its `{{% {missing[1]} %}}` is still open.", f"Add `{{% end{missing[1]} %}}` where it should end.")
    unknown = re.search(r"unknown tag '(\w+)'", message)
    if unknown:
        if unknown[1].startswith("end") or unknown[1] in ("else", "elif"):
            return Told(f"{start} `{unknown[1]}` closes or continues a block, and none is open there.", "Check that its block is opened above, and closed only once.")
        return Told(f"{start} Jinja has no `{unknown[1]}`.", "Check the spelling of the word after `{%`.")
    name = re.search(r"No (filter|test) named '(\w+)'", message)
    if name:
        return Told(f"{start} It has no {name[1]} `{name[2]}`.", f"Check the spelling of `{name[2]}`, or do that part in the view.")
    if "got '='" in message:
        return Told(f"{start} A single `=` stores a value there.", "Write `==` to compare.")
    if re.search(r"else\s+if", text):
        return Told(f"{start} Jinja's word for \"else if\" is `elif`.", "Write `{% elif … %}`.")
    if "got 'end of" in message:
        return Told(f"{start} Something is missing before the end of the tag.", "Complete what stands between the `{{ }}` or `{% %}`.")
    return Told(f"{start} It says: {message.rstrip('.')}.", "Check that each `{{` is closed by `}}` and each `{%` by `%}`.")


def _undefined(situation: Situation) -> Told | None:
    if "UndefinedError" not in situation.types:
        return None
    where, message = _where(situation), situation.message
    name = re.fullmatch(r"'(\w+)' is undefined", message)
    if name:
        return Told(f"In {where}, `{name[1]}` has no value: the view does not pass it.", f"Add `{name[1]}={name[1]}` to the call that renders the template.")
    part = re.fullmatch(r"'(.+?)(?: object)?' has no attribute '(\w+)'", message)
    if part and part[1] == "None":
        return Told(f"In {where}, what stands before `.{part[2]}` is None (nothing).", "Check in the view that the value was found before you render.")
    if part:
        return Told(f"In {where}, {in_words(part[1])} has no `{part[2]}`.", "Check the spelling, and what the view passes under that name.")
    return Told(f"In {where}, something has no value: {message}.", "Pass it in the call that renders the template.")


def _not_found(situation: Situation) -> Told | None:
    if "TemplateNotFound" not in situation.types:
        return None
    name = situation.message
    if re.search(r"[<{]", name):
        return Told("`render_template` takes the name of a file, and here it is given the text of a template.", "Use `render_template_string` for a text.")
    if name.startswith("templates/"):
        return Told(f"Flask looks inside the folder `templates` already, so it does not find `{name}`.", f"Leave the folder out: `{name.removeprefix('templates/')}`.")
    if "." not in name:
        return Told(f"Flask finds no template `{name}`.", f"Write the ending, too: `{name}.html`.")
    return Told(
        f"There is no template `{name}` in the folder `templates`.",
        "Check the name; without files of your own, use `render_template_string` with the text of the page.",
    )


def _other_in_template(situation: Situation) -> Told | None:
    """An ordinary Python error whose place is a template."""
    if situation.template is None or situation.types & {"TemplateError", "BuildError"}:
        return None
    kind = "NoneType" in situation.message
    what = situation.message.split("\n")[0]
    return Told(
        f"{_where(situation)[0].upper()}{_where(situation)[1:]} cannot be worked out: {what}.",
        "Check in the view that the value is not None." if kind else "Do this part in the view, where it is easier to see, and pass the result.",
    )


RULES: list[Rule] = [
    _syntax,
    _undefined,
    _not_found,
    _other_in_template,
    says(
        "TypeError",
        r"render_template(?:_string)?\(\) takes 1 positional argument",
        "What a template needs is passed by name, and here it is passed without one.",
        "Write `name=value` after the template.",
    ),
]
