"""Two facts with listed values compared: the same value, or for levels a lower or a higher one.

Takes two terms; gives a test of the model, or nothing where their types have no values in common.
"""

from __future__ import annotations

from checker.rulebook.model import All, Condition, FiniteType, Members, Same, Some, Term, Test
from checker.rulebook.sets import levels
from checker.rulebook.types import alike


def compared_terms(left: Term, operator: str, right: Term) -> Condition | None:
    """Compare two terms of one type by `is`, and levels by `<`, `<=`, `>` and `>=`, level by level."""
    if not alike(left.type, right.type):
        return None
    if operator == "is":
        return Same(left, right)
    assert isinstance(right.type, FiniteType)
    parts: list[Condition] = []
    for level in right.type.domain:
        admitted = levels(right.type, operator, level)
        if admitted.values:
            parts.append(All((Test(left, admitted), Test(right, Members(frozenset((level,)))))))
    return Some(tuple(parts))
