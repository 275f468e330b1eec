"""HTML as a tree of elements, read as forgivingly as a browser reads it.

The program may send anything, so nothing here is recursive and everything has a bound.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from coursewright.expectations import ExpectationFailed

#: pages of a course have some hundred elements
MAX_ELEMENTS = 5000
#: deeper ones become siblings; browsers do the same at 512
MAX_DEPTH = 200
#: how far up an element is looked for that a new one closes
MAX_LOOK_UP = 10
#: characters and pieces read of one page for the texts of its elements; each text is read once, so only nesting makes it many
MAX_READ = 5_000_000

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
#: an opening tag of the key closes an open element of these names
_CLOSES = {
    "li": ("li",),
    "option": ("option",),
    "tr": ("tr", "td", "th"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "tbody": ("thead", "tbody", "tr", "td", "th"),
    "tfoot": ("tbody", "tr", "td", "th"),
    **dict.fromkeys("p div ul ol table form section article h1 h2 h3 h4 h5 h6 pre header footer nav main".split(), ("p",)),
}
_BOUNDARIES = frozenset("ul ol table select dl div form body section article".split())
_HIDDEN = frozenset(("script", "style", "template", "title", "head"))


class Element:
    """One element of a page: `tag`, `attributes`, `text`, and what is in it."""

    def __init__(self, tag: str, attributes: dict[str, str], parent: Element | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Element | str] = []
        self._text: str | None = None
        #: how much was read of the page until now; all its elements share the one counter
        self._read: Counter[str] = parent._read if parent else Counter()

    def __getitem__(self, attribute: str) -> str:
        """The attribute; "" when it is not there."""
        return self.attributes.get(attribute, "")

    @property
    def text(self) -> str:
        """What a reader sees of it, with single spaces."""
        if self._text is None:
            self._text = " ".join("".join(self._pieces()).split())
        return self._text

    def _pieces(self) -> Iterator[str]:
        waiting: list[Element | str] = list(reversed(self.children))
        while waiting:
            item = waiting.pop()
            self._read["all"] += 1 + (len(item) if isinstance(item, str) else 0)
            if self._read["all"] > MAX_READ:
                raise ExpectationFailed("The page has too much text in elements that are nested deeply. Close each element where it ends.")
            if isinstance(item, str):
                yield item
            elif item.tag == "br":
                yield " "
            elif item.tag not in _HIDDEN:
                waiting += reversed(item.children)

    def inside(self) -> Iterator[Element]:
        """Every element in it, in the order of the page."""
        waiting = [child for child in reversed(self.children) if isinstance(child, Element)]
        while waiting:
            item = waiting.pop()
            yield item
            waiting += (child for child in reversed(item.children) if isinstance(child, Element))

    def select(self, tag: str, text: str | None = None, **attributes: str | bool) -> list[Element]:
        """The elements in it with this tag, exactly this text, and these attributes.

        class_="note" finds what has the class among others; data_id="3" is the attribute data-id; True: it is there with
        whatever value; False: it is not there. Tag "*" stands for any.

        Example: expect_equal(len(client.get("/").html.select("li", class_="note")), 3, "There are three notes.")
        Fails: There are three notes.
        """
        return [
            element
            for element in self.inside()
            if tag in ("*", element.tag)
            and all(_has(element, name, value) for name, value in attributes.items())
            and (text is None or element.text == " ".join(text.split()))
        ]


def read_page(html: str) -> Element:
    """The page as the element `html`, whatever the text is. @raises ExpectationFailed when it is larger than any page of a course"""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def attribute_name(keyword: str) -> str:
    """class_ → class, data_id → data-id"""
    return keyword.rstrip("_").replace("_", "-")


def _has(element: Element, keyword: str, value: str | bool) -> bool:
    name = attribute_name(keyword)
    if isinstance(value, bool):
        return (name in element.attributes) == value
    if name not in element.attributes:
        return False
    return set(value.split()) <= set(element[name].split()) if name == "class" else element[name] == value


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("html", {}, None)
        self._open = [self.root]
        self._names: Counter[str] = Counter()
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise ExpectationFailed(f"The page has more than {MAX_ELEMENTS} elements. That looks like a loop that adds too much.")
        if tag in ("html", "body"):
            return  # the root stands for both
        self._close_what_ends_here(tag)
        attributes: dict[str, str] = {}
        for name, value in attrs:
            attributes.setdefault(name, value or "")
        element = Element(tag, attributes, self._open[-1])
        self._open[-1].children.append(element)
        if tag not in _VOID and len(self._open) < MAX_DEPTH:
            self._open.append(element)
            self._names[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        while self._names[tag]:
            last = self._open.pop()
            self._names[last.tag] -= 1
            if last.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _close_what_ends_here(self, tag: str) -> None:
        closes = _CLOSES.get(tag, ())
        last: str | None = None
        for element in reversed(self._open[-MAX_LOOK_UP:]):
            if element.tag in closes:
                last = element.tag
            elif element.tag in _BOUNDARIES:
                break
        if last:
            self.handle_endtag(last)
