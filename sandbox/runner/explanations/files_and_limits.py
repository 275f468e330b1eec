"""Files, texts in them, and what a program may use here."""

from __future__ import annotations

import re

from runner.situation import Rule, Situation, Told, line_has, says


def _recursion(situation: Situation) -> Told | None:
    if "RecursionError" not in situation.types:
        return None
    name = situation.calls[-1][1] if situation.calls else ""
    called = f"`{name}` calls itself" if name and re.match(r"\w+$", name) else "A function calls itself"
    if not situation.calls:
        return Told("Brackets, blocks or calls are nested deeper than Python goes.", "Split them into smaller parts.")
    return Told(f"{called} again and again without end.", "Give it a case in which it returns without calling itself.")


RULES: list[Rule] = [
    _recursion,
    says("MemoryError", "", "The program wanted more memory than it may have.", "Look for a list or text that grows without end."),
    says("RuntimeError", "can't start new thread", "The program started more threads than it may have.", "Do the work without threads."),
    says("FileNotFoundError", r"No such file or directory: ''", "The name of the file is empty.", "Check that a file was chosen: `if file.filename == \"\":`."),
    says("FileNotFoundError", r"No such file or directory: '([^']*)/[^']*'", "The file is not there, or its folder `{a}` is not: the program starts in an empty folder.", "Make the folder first: `os.makedirs(\"{a}\", exist_ok=True)`.", line_has(r"save|open\(.*['\"][wax]b?['\"]")),
    says("FileNotFoundError", r"No such file or directory: '(.+)'", "There is no file `{a}`: the program starts in an empty folder.", "Write the file before you read it."),
    says("FileExistsError", r"File exists: '(.+)'", "`{a}` is there already.", "Use `os.makedirs(…, exist_ok=True)`, which does not mind."),
    says("IsADirectoryError", "", "This is a folder, not a file.", "Add the file's name to the path: `os.path.join(folder, name)`."),
    says("PermissionError", r"Operation not permitted", "Programs here may not use the network, start other programs or touch other processes.", "Do this part without it: the checks call your app directly."),
    says("PermissionError", r"(?:Permission denied|Read-only).*?: '(.+)'", "Programs here may write only into the folder they start in, and `{a}` is outside it.", "Use a plain file name, without a folder in front."),
    says("OSError", "File too large", "A file here may have at most 8 MB.", "Write less, or stop the loop that writes."),
    says("OSError", "No space left", "The folder for your program's files is full.", "Write less, or delete what is no longer needed."),
    says("OSError", r"Read-only file system: '(.+)'", "Programs here may write only into the folder they start in, and `{a}` is outside it.", "Use a plain file name, without a folder in front."),
    says("OSError", "Too many open files", "The program opened too many files without closing them.", "Open files with `with open(…) as file:`, which closes them."),
    says("UnsupportedOperation", "not (readable|writable)", "The file was opened for the other direction: it is not {a}.", "Open it with \"r\" to read, \"w\" to write anew, \"a\" to add."),
    says("ValueError", "exactly one of create/read/write/append|invalid mode", "The second argument of open(…) is no mode that Python knows.", "Write \"r\" to read, \"w\" to write anew, \"a\" to add; with \"b\" behind it for bytes."),
    says("ValueError", "closed file", "The file is closed already when line {line} uses it.", "Indent this line into the `with` block of the file."),
    says("TypeError", r"write\(\) argument must be str, not (\w+)", "A text file takes text, and it is given {kind_a}.", "Turn it into text with str(…); for bytes open the file with \"wb\"."),
    says("UnicodeDecodeError", "", "What is read here is no text, but perhaps a picture.", "Read it as bytes: open(…, \"rb\")."),
    says("UnicodeEncodeError", "surrogates not allowed", "The text on line {line} holds half a character, perhaps of an emoji.", "Write the character itself."),
    says("UnicodeEncodeError", "'(.+?)' codec can't encode", "The text has letters that `{a}` does not know.", "Use \"utf-8\" instead."),
    says("JSONDecodeError", "", "The text is empty, and empty text is no JSON.", "Check where the text comes from before reading it.", lambda situation: "Expecting value: line 1 column 1 (char 0)" in situation.message),
    says("JSONDecodeError", "in double quotes", "In JSON, names stand in double quotes, never in single ones.", "Write the JSON as {{\"name\": …}}, or make it with `json.dumps`."),
    says("JSONDecodeError", r": line (\d+) column (\d+)", "The text is not JSON: it goes wrong in its line {a}, at character {b}.", "Look at the text there."),
    says("ValueError", r"time data '(.*?)' does not match format '(.*?)'", "The text `{a}` has not the form `{b}`.", "Make the two alike: %Y is the year, %m the month, %d the day."),
    says("ValueError", "unconverted data remains: (.*)", "The date's form ends before the text does: `{a}` is left over.", "Add what is missing to the form in the second argument."),
    says("ValueError", r"^(year|month|day|hour|minute|second).* (?:must be|is out of range)", "There is no such date: its {a} is out of range.", "Check the order: year, month, day."),
    says("TypeError", "offset-naive and offset-aware", "One of the two times has a time zone and the other has none.", "Make both the same way: `datetime.now(UTC)`."),
    says("PatternError", r"(.*?) at position (\d+)", "The pattern cannot be read: {a}, at its character {b}.", "Put a backslash before characters that mean themselves: \\( \\. \\+"),
    says("EOFError", "", "input(…) asked for one more line, and there is none: nobody is typing here.", "Take the value from the request, or write it into the program."),
    says("SystemExit", "", "The program stopped itself with exit() on line {line}.", "Delete that line, so that the checks can call your app."),
    says("KeyboardInterrupt", "", "The program interrupted itself.", "Delete the line that does so."),
]
