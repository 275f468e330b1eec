"""What came of running the program, or one of its functions."""

from __future__ import annotations

import builtins
import json
from typing import Any

from coursewright.expectations import ExpectationFailed, shown

#: errors that the program's code did not raise itself
NOT_THE_CODE = ("MissingApp", "MissingFunction", "MissingSecretKey")


class Outcome:
    """What came of `program.run(…)` or `program.try_call(…)`.

    value   what the function gave; None after `run`, and after an error
    output  what was printed meanwhile
    error   the exception that ended it, or None: a dict with "type", "message" and "line"
    """

    def __init__(self, *, doing: str, answer: dict[str, Any]) -> None:
        self._doing = doing
        self.error: dict[str, Any] | None = answer.get("error")
        self.output: str = answer.get("stdout", "")
        self.value: Any = None if self.error else value_of(answer)

    def expect_no_error(self, message: str | None = None) -> Outcome:
        """It ends without an exception.

        Example: program.try_call("divide", 1, 0).expect_no_error()
        Fails: divide(1, 0) stopped with an error. Something is divided by zero.
        """
        if self.error:
            own = self.error["type"] in NOT_THE_CODE
            text = self.error["plain"] if own else f"{self._doing} stopped with an error. {self.error['plain']}"
            raise ExpectationFailed(message or text, None, f"{self.error['type']}: {self.error['message']}", self.error)
        return self

    def expect_value(self, value: Any, message: str | None = None) -> Outcome:
        """The function gives exactly this value: text, a number, True, False, None, or lists and dicts of them.

        Example: program.try_call("add", 2, 3).expect_value(5)
        Fails: add(2, 3) should give 5, and it gives '23'.
        """
        self.expect_no_error(message)
        if self.value != value or isinstance(self.value, bool) != isinstance(value, bool):
            text = f"{self._doing} should give {_short(value)}, and it gives {_short(self.value)}."
            raise ExpectationFailed(message or text, shown(value), shown(self.value))
        return self

    def expect_error(self, kind: str, part: str | None = None, message: str | None = None) -> Outcome:
        """It ends with this exception, and its text contains the part. ValueError also stands for its kinds, such as UnicodeError.

        Example: program.try_call("withdraw", 500).expect_error("ValueError", "not enough")
        Fails: withdraw(500) should stop with ValueError, and it gives -400.
        """
        wanted = kind + (f": …{part}…" if part else "")
        if self.error is None:
            text = f"{self._doing} should stop with {kind}, and it gives {_short(self.value)}."
            raise ExpectationFailed(message or text, wanted, shown(self.value))
        if self.error["type"] in NOT_THE_CODE:
            return self.expect_no_error(message)
        came = f"{self.error['type']}: {self.error['message']}"
        if not _is_kind(self.error["type"], kind):
            raise ExpectationFailed(message or f"{self._doing} should stop with {kind}, and it stops with {came}", wanted, came, self.error)
        if part is not None and part not in self.error["message"]:
            text = f"{self._doing} stops with {kind}, as it should. Its text should contain {part!r}, and it is {self.error['message']!r}."
            raise ExpectationFailed(message or text, wanted, came)
        return self

    def expect_output(self, text: str, message: str | None = None) -> Outcome:
        """It prints exactly this; spaces and empty lines at the end make no difference.

        Example: program.run(stdin="3\\n").expect_output("How many? 6")
        Fails: Your program, given '3\\n' to read, should print exactly the expected text, and it prints something else.
        """
        self.expect_no_error(message)
        if self.output.rstrip() != text.rstrip():
            came = "it prints something else" if self.output.strip() else "it prints nothing"
            raise ExpectationFailed(
                message or f"{self._doing} should print exactly the expected text, and {came}.", shown(text), shown(self.output)
            )
        return self

    def expect_text(self, part: str, message: str | None = None) -> Outcome:
        """What it prints contains the text.

        Example: program.run(stdin="3\\n").expect_text("Goodbye")
        Fails: Your program, given '3\\n' to read, should print 'Goodbye', and it does not.
        """
        self.expect_no_error(message)
        if part not in self.output:
            raise ExpectationFailed(
                message or f"{self._doing} should print {_short(part)}, and it does not.", shown(part), shown(self.output)
            )
        return self


def value_of(answer: dict[str, Any]) -> Any:
    """What the program gave; its process is not trusted to send JSON that can be read."""
    try:
        return json.loads(answer["value"])
    except (ValueError, RecursionError):
        raise ExpectationFailed("The program gave a value that cannot be read.") from None


def in_call(function: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """A call as Python writes it: add(2, b=3)."""
    parts = [repr(value) for value in args] + [f"{name}={value!r}" for name, value in kwargs.items()]
    return f"{function}({', '.join(parts)})"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:79] + "…"


def _is_kind(actual: str, wanted: str) -> bool:
    if actual == wanted:
        return True
    one, other = getattr(builtins, actual, None), getattr(builtins, wanted, None)
    return isinstance(one, type) and isinstance(other, type) and issubclass(one, other)
