"""The page in an answer, and what a check expects of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

from coursewright.elements import Element, attribute_name, read_page
from coursewright.expectations import ExpectationFailed, counted
from coursewright.form import Form

#: as (text, expected, actual, message): the failure that tells which request this answered
Failure = Callable[[str, Any, Any, str | None], ExpectationFailed]

#: of what the page has instead, a failure shows this many
SHOWN_ELEMENTS = 5
SHOWN_TEXT = 60
SHOWN_ROWS = 50


class Page:
    """The HTML of an answer. Every `expect_…` gives the page back, so that they can be chained."""

    def __init__(self, *, html: str, path: str, failure: Failure) -> None:
        self.root = read_page(html)
        self._path = path
        self._failure = failure

    def select(self, tag: str, text: str | None = None, **attributes: str | bool) -> list[Element]:
        """The elements with this tag, exactly this text, and these attributes, in the order of the page.

        class_="note" finds what has the class among others; data_id="3" is the attribute data-id; True: it is there with
        whatever value; False: it is not there. Tag "*" stands for any. An element has `.tag`, `.text`, `["href"]` and a
        `select` of its own.

        Example: expect_equal(len(client.get("/").html.select("li", class_="note")), 3, "There are three notes.")
        Fails: There are three notes.
        """
        return self.root.select(tag, text, **attributes)

    def expect_element(
        self, tag: str, text: str | None = None, *, count: int | None = None, message: str | None = None, **attributes: str | bool
    ) -> Page:
        """The page has such an element (as for `select`); exactly `count` of them when it is given.

        Example: client.get("/").html.expect_element("h1", "Hello, Ada!")
        Fails: GET /: the page should have <h1> with the text 'Hello, Ada!', and it has <h1> 'Welcome'.
        """
        found = self.select(tag, text, **attributes)
        wanted = _in_words(tag, text, attributes)
        if count is not None and len(found) != count:
            raise self._failure(f"the page should have {wanted} {_times(count)}, and it has it {_times(len(found))}", count, len(found), message)
        if count is None and not found:
            raise self._failure(f"the page should have {wanted}, and it has {self._like(tag)}", wanted, self._like(tag), message)
        return self

    def expect_no_element(self, tag: str, text: str | None = None, *, message: str | None = None, **attributes: str | bool) -> Page:
        """The page has no such element (as for `select`).

        Example: client.get("/").html.expect_no_element("script")
        Fails: GET /: the page should not have <script>, and it has it once.
        """
        found = self.select(tag, text, **attributes)
        if found:
            wanted = _in_words(tag, text, attributes)
            raise self._failure(f"the page should not have {wanted}, and it has it {_times(len(found))}", None, found[0].text, message)
        return self

    def expect_text(self, part: str, message: str | None = None) -> Page:
        """What a reader sees contains the text: tags are left out, and runs of spaces are one.

        Example: client.get("/").html.expect_text("3 visits")
        Fails: GET /: a reader of the page should see '3 visits', and does not.
        """
        if " ".join(part.split()) not in self.root.text:
            raise self._failure(f"a reader of the page should see {part!r}, and does not", part, self.root.text, message)
        return self

    # ---- links, forms, tables ----

    @property
    def links(self) -> dict[str, str]:
        """Text and address of every link, as {"About": "/about"}; addresses have the page's own applied.

        Example: expect_equal(list(client.get("/").html.links), ["Home", "About"], "The menu has two links.")
        Fails: The menu has two links.
        """
        return {link.text: self._address(link["href"]) for link in self.select("a", href=True)}

    def expect_link(self, to: str, text: str | None = None, message: str | None = None) -> Page:
        """The page has a link to this address; with exactly this text, when it is given.

        Example: client.get("/").html.expect_link("/about", "About us")
        Fails: GET /: the page should have a link to /about with the text 'About us', and it has /contact ('Contact').
        """
        links = [(link.text, self._address(link["href"])) for link in self.select("a", href=True)]
        if not any(address == to and (text is None or known == " ".join(text.split())) for known, address in links):
            has = ", ".join(f"{address} ({known!r})" for known, address in links[:SHOWN_ELEMENTS]) or "no links"
            wanted = f"a link to {to}" + (f" with the text {text!r}" if text else "")
            raise self._failure(f"the page should have {wanted}, and it has {has}", wanted, has, message)
        return self

    def form(self, action: str | None = None) -> Form:
        """The first form that sends to this address, or the first of all; `client.submit` sends it.

        Example: client.submit(client.get("/").html.form("/login"), name="Ada").expect_redirect("/")
        Fails: GET /: the page should have a form that sends to /login, and it has a form that sends to /search.
        """
        forms = [Form(element, self._path) for element in self.select("form")]
        found = next((form for form in forms if action in (None, form.action)), None)
        if found is None:
            wanted = "a form" + (f" that sends to {action}" if action else "")
            has = ", ".join(f"a form that sends to {form.action}" for form in forms[:SHOWN_ELEMENTS]) or "no form"
            raise self._failure(f"the page should have {wanted}, and it has {has}", wanted, has, None)
        return found

    def expect_form(
        self,
        action: str | None = None,
        *,
        method: str | None = None,
        fields: list[str] | None = None,
        enctype: str | None = None,
        message: str | None = None,
    ) -> Page:
        """The page has a form that sends to this address, by this method, with fields of these names (more are allowed).

        Example: client.get("/").html.expect_form("/search", method="POST", fields=["q"])
        Fails: GET /: the form that sends to /search should use the method POST, and it uses GET.
        """
        form = self.form(action)
        name = f"the form that sends to {form.action}"
        if method is not None and form.method != method.upper():
            raise self._failure(f"{name} should use the method {method.upper()}, and it uses {form.method}", method, form.method, message)
        if enctype is not None and form.enctype != enctype.lower():
            raise self._failure(f"{name} should have the enctype {enctype}, and it has {form.enctype}", enctype, form.enctype, message)
        missing = [field for field in fields or [] if field not in form.controls]
        if missing:
            has = ", ".join(form.controls) or "none with a name"
            raise self._failure(f"{name} should have the field {missing[0]!r}, and its fields are {has}", ", ".join(fields or []), has, message)
        return self

    def table(self, number: int = 0) -> list[list[str]]:
        """The texts of a table, row by row, heading row included; `number` counts the tables of the page from 0.

        Example: expect_equal(client.get("/").html.table()[0], ["Name", "Visits"], "The first row names the columns.")
        Fails: The first row names the columns.
        """
        tables = self.select("table")
        if number >= len(tables):
            raise self._failure(f"the page should have a table, and it has {len(tables)}", f"{number + 1} <table>", len(tables), None)
        rows = (row for row in tables[number].select("tr"))
        return [[cell.text for cell in row.inside() if cell.tag in ("td", "th")] for row in rows]

    def expect_rows(self, rows: list[list[str]], *, number: int = 0, message: str | None = None) -> Page:
        """A table has these rows, in this order, below a heading row (one of only <th>).

        Example: client.get("/").html.expect_rows([["Ada", "3"], ["Grace", "1"]])
        Fails: GET /: row 2 of the table should be Grace | 1, and it is Grace | 2.
        """
        tables = self.select("table")
        heading = bool(number < len(tables) and tables[number].select("tr") and not tables[number].select("tr")[0].select("td"))
        found = self.table(number)[1 if heading else 0 :]
        for index, (wanted, came) in enumerate(zip(rows, found, strict=False), 1):
            if wanted != came:
                text = f"row {index} of the table should be {' | '.join(wanted)}, and it is {' | '.join(came)}"
                raise self._failure(text, _as_lines(rows), _as_lines(found), message)
        if len(rows) != len(found):
            text = f"the table should have {counted(len(rows), 'row')} below its heading, and it has {len(found)}"
            raise self._failure(text, _as_lines(rows), _as_lines(found), message)
        return self

    def _address(self, href: str) -> str:
        try:
            return urljoin(self._path, href)
        except ValueError:
            return href

    def _like(self, tag: str) -> str:
        found = self.select(tag)
        if not found:
            return f"no <{tag}>"
        return ", ".join(map(_briefly, found[:SHOWN_ELEMENTS]))


def _in_words(tag: str, text: str | None, attributes: dict[str, str | bool]) -> str:
    shown = ""
    for keyword, value in attributes.items():
        name = attribute_name(keyword)
        shown += f' {name}="{value}"' if isinstance(value, str) else f" {name}" if value else f" without {name}"
    element = "an element" + shown if tag == "*" else f"<{tag}{shown}>"
    return element + (f" with the text {text!r}" if text is not None else "")


def _briefly(element: Element) -> str:
    """An element by its text; by its attributes when it has none, as <input> has none."""
    text = element.text
    if text:
        return f"<{element.tag}> {text[:SHOWN_TEXT]!r}"
    return "<" + " ".join([element.tag, *(f'{name}="{value}"' for name, value in element.attributes.items())])[:SHOWN_TEXT] + ">"


def _times(count: int) -> str:
    return {0: "not at all", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _as_lines(rows: list[list[str]]) -> str:
    return "\n".join(" | ".join(row) for row in rows[:SHOWN_ROWS])
