"""The way a browser came to an answer, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coursewright.answer import Answer


def explain_way(answer: Answer) -> str:
    """A sentence with a space in front: "The way: POST /login → 302, GET /home → 200."; empty without redirects."""
    if not answer.history:
        return ""
    steps = [*answer.history, answer]
    return f" The way: {', '.join(f'{step.method} {step.path} → {step.status}' for step in steps)}."
