"""What a program in the browser prints and reads, passed on while it runs."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable
from typing import Literal

Stream = Literal["stdout", "stderr"]
Emit = Callable[[Stream, str], None]
#: waits for a line that the reader types; None is the end of input. @raises KeyboardInterrupt when the run is stopped meanwhile
Ask = Callable[[str], str | None]

#: both streams together, as in the sandbox on the server
MAX_OUTPUT_BYTES = 64 * 1024


class OutputLimit(BaseException):
    """The program printed more than anybody reads. No `except Exception` of the program's is meant for it."""


class Output:
    """Both output streams of one run: passes text on, keeps it, and ends the program that prints too much."""

    def __init__(self, emit: Emit) -> None:
        self._emit = emit
        self._left = MAX_OUTPUT_BYTES
        self._written: dict[Stream, list[str]] = {"stdout": [], "stderr": []}
        self.truncated = False
        #: what stands on the last line of the output, such as the prompt of `input()`
        self.last_line = ""
        self.stdout = self._open("stdout")
        self.stderr = self._open("stderr")

    def text(self, stream: Stream) -> str:
        return "".join(self._written[stream])

    def flush(self) -> None:
        for stream in (self.stdout, self.stderr):
            try:
                stream.flush()
            except (OutputLimit, ValueError):  # the program may have closed it
                pass

    def take(self, stream: Stream, text: str, size: int) -> None:
        """@param size of the text in bytes"""
        if size > self._left:
            text = text.encode()[: self._left].decode(errors="ignore")
            self.truncated = True
        self._left = max(self._left - size, 0)
        if text:
            self._written[stream].append(text)
            self.last_line = (self.last_line + text).rpartition("\n")[2][-200:]
            self._emit(stream, text)
        if self.truncated:
            raise OutputLimit

    def _open(self, stream: Stream) -> io.TextIOWrapper:
        return io.TextIOWrapper(_Taken(self, stream), "utf-8", "backslashreplace", line_buffering=True)  # type: ignore[type-var]


class _Taken(io.RawIOBase):
    """The bytes below a text stream, so that `sys.stdout.buffer` works as anywhere."""

    def __init__(self, output: Output, stream: Stream) -> None:
        self._output = output
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:  # type: ignore[no-untyped-def]  # noqa: ANN001 - any buffer
        content = bytes(data)
        self._output.take(self._stream, self._decoder.decode(content), len(content))
        return len(content)


class Input(io.TextIOBase):
    """`sys.stdin`: first the lines given before the run, then what the reader types."""

    def __init__(self, given: str, ask: Ask, output: Output) -> None:
        self._given = io.StringIO(given)
        self._ask = ask
        self._output = output
        self._ended = False

    def readable(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        line = self._given.readline()
        if line or self._ended:
            return line
        self._output.flush()
        typed = self._ask(self._output.last_line)
        if typed is None:
            self._ended = True
            return ""
        self._output.last_line = ""
        return f"{typed}\n"

    def read(self, size: int | None = -1, /) -> str:
        return "".join(iter(self.readline, ""))
