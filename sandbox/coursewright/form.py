"""A form of a page, and what a browser would send of it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode, urljoin

from coursewright.elements import Element
from coursewright.expectations import ExpectationFailed

#: of what the program has put into the fields, as it is sent
MAX_FIELDS = 200_000

_BUTTONS = ("submit", "button", "image", "reset")


class Form:
    """A form of a page: `action` (with the page's address applied), `method`, `enctype`, `fields`."""

    def __init__(self, element: Element, page_path: str) -> None:
        self.element = element
        self.method = (element["method"] or "get").upper()
        self.enctype = element["enctype"].strip().lower() or "application/x-www-form-urlencoded"
        try:
            self.action = urljoin(page_path, element["action"]) or page_path
        except ValueError:
            raise ExpectationFailed(f"The action of the form, {element['action']!r}, is no address that a browser could open.") from None

    @property
    def controls(self) -> dict[str, list[Element]]:
        """The fields by name, in the order of the page; buttons are not among them."""
        named: dict[str, list[Element]] = {}
        for control in self.element.inside():
            if control.tag in ("input", "textarea", "select") and control["name"] and control["type"].lower() not in _BUTTONS:
                named.setdefault(control["name"], []).append(control)
        return named

    @property
    def fields(self) -> dict[str, list[str]]:
        """What a browser sends when nobody types anything: name and values, hidden fields too, files not.

        Example: expect("csrf_token" in client.get("/").html.form().fields, "The form carries a token.")
        Fails: The form carries a token.
        """
        sent = {name: [value for control in controls for value in _untouched(control)] for name, controls in self.controls.items()}
        return {name: values for name, values in sent.items() if values}

    def filled(self, typed: dict[str, Any]) -> dict[str, list[str]]:
        """What a browser sends when these are typed or chosen. True ticks a box, False clears it, a list chooses several.

        @raises ExpectationFailed when the form has no such field
        """
        sent = self.fields
        if len(urlencode(sent, doseq=True, errors="replace")) > MAX_FIELDS:
            raise ExpectationFailed(f"The fields of the form hold over {MAX_FIELDS // 1000} KB before anybody types anything.")
        controls = self.controls
        for name, value in typed.items():
            if name not in controls:
                has = ", ".join(controls) or "none with a name"
                raise ExpectationFailed(f"The form has no field named {name!r}; it has {has}.", name, has)
            if value is True:
                sent[name] = [controls[name][0]["value"] or "on"]
            elif value is False:
                sent.pop(name, None)
            else:
                sent[name] = [str(one) for one in value] if isinstance(value, list) else [str(value)]
        return sent


def _untouched(control: Element) -> list[str]:
    kind = control["type"].lower()
    if "disabled" in control.attributes or kind == "file":
        return []
    if control.tag == "textarea":
        return ["".join(child for child in control.children if isinstance(child, str)).removeprefix("\n")]
    if control.tag == "select":
        options = control.select("option")
        chosen = [option for option in options if "selected" in option.attributes] or ([] if "multiple" in control.attributes else options[:1])
        return [option.attributes.get("value", option.text) for option in chosen]
    if kind in ("checkbox", "radio"):
        return [control.attributes.get("value", "on")] if "checked" in control.attributes else []
    return [control["value"]]
