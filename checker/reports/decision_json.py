"""What is decided, in the words every JSON document has for it (docs/reference/json.md).

Takes what `logic.decisions` gives; gives plain data. Whose doing a decision is stands beside it, and not in it.
"""

from __future__ import annotations

from checker.logic.decisions import Held
from checker.reports.findings_json import Object


def held_json(held: Held) -> list[Object]:
    """Give what may be decided: one decision, or several where it hangs on a question without an answer."""
    return [
        {
            "verdict": decision.word,
            "answer": list(decision.values),
            "by": list(decision.by),
            "due": list(decision.due),
            "left_to": list(decision.left_to),
        }
        for decision in held
    ]
