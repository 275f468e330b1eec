"""The templates that an answer was made with, as the learner's process reports them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Rendered:
    """One rendered template: `name` (None for render_template_string), and what it was given.

    context  name and value; of a value that JSON has no word for (an object of a class, say) only the kind is known
    kinds    name and kind ("list", "Note") of everything it was given
    """

    name: str | None
    context: dict[str, Any]
    kinds: dict[str, str]


def read_rendered(answer: dict[str, Any]) -> list[Rendered]:
    """The `templates` of a response. The values are the program's own words and may be unreadable; then they are left out."""
    found = []
    for template in answer.get("templates", []):
        context: dict[str, Any] = {}
        for entry in template["context"]:
            if entry["value"] is None:
                continue
            try:
                context[entry["name"]] = json.loads(entry["value"])
            except (ValueError, RecursionError):
                continue
        found.append(Rendered(template["name"], context, {entry["name"]: entry["kind"] for entry in template["context"]}))
    return found
