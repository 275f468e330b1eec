"""Why a program that had to be stopped was still running."""

from __future__ import annotations

import ast

from runner.situation import Situation, Told

OF_NO_USE = "Look for a loop that never ends, or a long sleep."


def explain_endless(source: str, line: int | None, seconds: float) -> Told:
    """What to say of a program that was at this line when its time ran out."""
    where = f", at line {line}" if line else ""
    start = f"The program was still running after {seconds:g} seconds, so it was stopped{where}."
    situation = Situation(types=frozenset(), message="", near=None, source=source, line=line)
    text = situation.text
    if "sleep(" in text:
        return Told(start, "Take the `sleep` away: nobody is waiting between the steps.")
    loop = _innermost_while(situation)
    if loop is None:
        return Told(start, OF_NO_USE)
    if isinstance(loop.test, ast.Constant):
        if any(isinstance(node, (ast.Break, ast.Return, ast.Raise)) for node in ast.walk(loop)):
            return Told(f"{start} The `while` on line {loop.lineno} ends only where it says `break` or `return`, and it never came there.", "Check the `if` in front of it.")
        return Told(f"{start} The `while {ast.unparse(loop.test)}` on line {loop.lineno} has no `break`, so it never ends.", "Add a `break`, or loop over something with `for`.")
    asked = {node.id for node in ast.walk(loop.test) if isinstance(node, ast.Name)}
    changed = {node.id for part in loop.body for node in ast.walk(part) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    called = any(isinstance(node, ast.Call) for node in ast.walk(loop))
    if asked and not asked & changed and not called:
        names = " and ".join(f"`{name}`" for name in sorted(asked))
        return Told(f"{start} The `while` on line {loop.lineno} asks for {names}, and nothing in the loop changes that.", f"Change {names} inside the loop.")
    return Told(f"{start} The `while` on line {loop.lineno} goes on as long as `{situation.code(loop.test)}`.", "Check that this becomes false one day.")


def _innermost_while(situation: Situation) -> ast.While | None:
    found = None
    for node in ast.walk(situation.tree) if situation.tree else ():
        if isinstance(node, ast.While) and situation.line and node.lineno <= situation.line <= (node.end_lineno or 0):
            found = node  # ast.walk goes from outside to inside
    return found
