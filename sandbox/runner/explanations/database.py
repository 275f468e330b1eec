"""sqlite3."""

from __future__ import annotations

from runner.situation import Rule, says

RULES: list[Rule] = [
    says("OperationalError", r"no such table: (\S+)", "The database has no table `{a}`.", "Run its `create table if not exists {a} (…)` before line {line} is reached."),
    says("OperationalError", r"no such column: (\S+)", "The database knows no column `{a}`. A text in SQL that has no quotes is read as a column, too.", "Check the spelling; pass values with `?` instead of writing them into the SQL."),
    says("OperationalError", r"table (\S+) has no column named (\S+)", "The table `{a}` has no column `{b}`.", "Check the name against its `create table`."),
    says("OperationalError", r"table (\S+) has (\d+) columns? but (\d+) values? (?:were|was) supplied", "Number of columns of the table `{a}`: {b}. Number of values in the `insert`: {c}.", "Name the columns: `insert into {a} (…) values (…)`."),
    says("OperationalError", r"table (\S+) already exists", "The table `{a}` is there already, perhaps from an earlier call.", "Write `create table if not exists {a} …`."),
    says("OperationalError", "database is locked", "Another connection of your program has begun to write and has not finished.", "Call `.commit()` and `.close()` as soon as you have written."),
    says("OperationalError", "unable to open database file", "The file of the database cannot be opened: its folder does not exist or may not be written to.", "Use a plain name such as \"data.db\"."),
    says("OperationalError", r"unrecognized token|near \"(.+?)\": syntax error|incomplete input", "SQLite cannot read the SQL on line {line}.", "Check the SQL where Python's message says; put `?` for values, so that quotes in them do no harm."),
    says("ProgrammingError", r"Incorrect number of bindings supplied.*uses (\d+), and there are (\d+)", "The SQL has one `?`, and it is given {b} values: in plain brackets a text counts letter by letter.", "With one value write a comma after it: `(name,)`.", lambda situation: "uses 1, " in situation.message and "are 0" not in situation.message),
    says("ProgrammingError", r"Incorrect number of bindings supplied.*uses (\d+), and there are (\d+)", "Number of `?` in the SQL: {a}. Number of values after it: {b}.", "Give one value for each `?`, in a tuple after the SQL."),
    says("ProgrammingError", "parameters are of unsupported type", "The values after the SQL are not in a tuple.", "Write `(value,)`, with the comma."),
    says("ProgrammingError", r"Error binding parameter (\S+): type '(\w+)' is not supported", "SQLite cannot store {kind_b}.", "Store text or a number: for a list use `json.dumps(…)`."),
    says("ProgrammingError", r"binding parameter :(\w+)", "The SQL names `:{a}`, and the dict has no `{a}`.", "Use the same name in both."),
    says("ProgrammingError", "closed (?:database|cursor)", "The connection is closed already.", "Move `.close()` below the last use, or connect anew in each view."),
    says("ProgrammingError", "one statement at a time", "There are several SQL statements in one `execute`.", "Use `executescript`, or one `execute` for each."),
    says("ProgrammingError", "created in a thread", "A connection works only in the thread that made it.", "Connect inside the view, not at the top of the program."),
    says("IntegrityError", r"UNIQUE constraint failed: (\S+)", "There is a row with the same `{a}` already, and that column allows each value once.", "Look first whether it exists, or catch `sqlite3.IntegrityError`."),
    says("IntegrityError", r"NOT NULL constraint failed: (\S+)", "`{a}` may not be empty, and the value given is None.", "Check the form field's name, and that it was filled in."),
    says("IntegrityError", "FOREIGN KEY", "The row points to another row that does not exist.", "Insert the other row first."),
]
