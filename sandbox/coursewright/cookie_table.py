"""A cookie as a check wants it beside the cookie that came, attribute by attribute."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coursewright.cookies import SetCookie


def both_sides(cookie: SetCookie, wanted: dict[str, Any], words: dict[str, str], in_words: Callable[[Any], str]) -> tuple[str, str]:
    """What to show as expected and as actual: one line an attribute, in the same order on both sides.

    wanted    attribute of SetCookie → the value it should have
    words     attribute → the word learners read
    in_words  turns a value into what learners read
    """
    if len(wanted) == 1:
        [(attribute, value)] = wanted.items()
        return (
            f"{cookie.name}: {words[attribute]} {in_words(value)}",
            f"{cookie.name}: {words[attribute]} {in_words(getattr(cookie, attribute))}",
        )
    width = max(len(words[attribute]) for attribute in wanted)
    expected = [f"{words[attribute]:{width}}  {in_words(value)}" for attribute, value in wanted.items()]
    actual = [f"{words[attribute]:{width}}  {in_words(getattr(cookie, attribute))}" for attribute in wanted]
    return "\n".join([f"cookie {cookie.name}", *expected]), "\n".join([f"cookie {cookie.name}", *actual])
