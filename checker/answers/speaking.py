"""How conditions on a region are spoken: by the name a question gives the element that it asks about.

Takes words of `logic.limits`; gives words that can be typed in a condition of the question.
"""

from __future__ import annotations

import re

from checker.logic.limits import Limits
from checker.rulebook.model import Question


def in_question(words: str, question: Question, limits: Limits) -> str:
    """Speak of the element asked about by the name the question gives it, as a condition of it can be typed."""
    label = None if question.list is None else limits.record(question.list)
    if label is None or question.variable in (None, label):
        return words
    return re.sub(rf"\b{re.escape(label)}\.", f"{question.variable}.", words)
