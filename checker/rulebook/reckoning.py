"""The one form of a test on a quantity: a sum of addends, each with its factor, that lies in some runs.

Takes addends in any order and runs whose ends may be open; gives the condition of the model. Knows no nodes and no
units: whoever calls has brought everything to one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import gcd

from checker.rulebook.model import (
    LIMIT,
    Addend,
    All,
    Condition,
    Constant,
    Count,
    Due,
    Fact,
    IsAbsent,
    Negation,
    Reckoned,
    Runs,
    Some,
    Sum,
    Term,
    Test,
)

Sums = tuple[tuple[int, Addend], ...]
Stretch = tuple[int | None, int | None]
"""The first and the last of consecutive integers; None is an open end."""

FAR = LIMIT * LIMIT
"""The open end of a run: nothing that is added up from a plan goes further."""


def reckoned(addends: Iterable[tuple[int, Addend]], stretches: Sequence[Stretch], form: str) -> Condition:
    """Return the test that a sum lies in one of some stretches, which ascend and do not meet.

    Addends that cancel out are gone but for this: the sum is none where they are absent.
    """
    left, cancelled = _merged(addends)
    if left and left[0][0] < 0:
        left = tuple((-factor, addend) for factor, addend in left)
        stretches = [(None if b is None else -b, None if a is None else -a) for a, b in reversed(stretches)]
    divisor = gcd(*(factor for factor, _ in left))
    if not left:
        within = any((a is None or a <= 0) and (b is None or b >= 0) for a, b in stretches)
        return _guarded(Constant(within), cancelled)
    if divisor > 1:
        left = tuple((factor // divisor, addend) for factor, addend in left)
        stretches = [
            (None if a is None else -(-a // divisor), None if b is None else b // divisor) for a, b in stretches
        ]
    return _guarded(Reckoned(left, _runs(left, stretches, form), form), cancelled)


def joined(conditions: Iterable[Condition], every: bool) -> Condition:
    """Join conditions by `and` (every) or `or`; tests on one quantity become one test."""
    parts: list[Condition] = []
    for condition in conditions:
        same = next((i for i, p in enumerate(parts) if _on_one_quantity(p, condition)), None)
        if same is None:
            parts.append(condition)
        else:
            parts[same] = _of_both(parts[same], condition, every)
    if len(parts) == 1:
        return parts[0]
    return All(tuple(parts)) if every else Some(tuple(parts))


def facts_that_may_lack(addend: Addend) -> tuple[Fact, ...]:
    """Return the optional facts without which an addend is none; of several dates all must lack."""
    match addend:
        case Term(fact) | Sum(summand=Term(fact)):
            return (fact,) if fact.optional else ()
        case Due(period):
            return period.anchors if all(fact.optional for fact in period.anchors) else ()
    return ()


def _merged(addends: Iterable[tuple[int, Addend]]) -> tuple[Sums, list[Addend]]:
    merged: list[tuple[int, Addend]] = []
    for factor, addend in addends:
        place = next((i for i, (_, other) in enumerate(merged) if other == addend), None)
        if place is None:
            merged.append((factor, addend))
        else:
            merged[place] = (merged[place][0] + factor, addend)
    left = [each for each in merged if each[0]]
    if len(left) > 1:
        left.sort(key=lambda each: repr(each[1]))
    return tuple(left), [addend for factor, addend in merged if not factor]


def _runs(addends: Sums, stretches: Sequence[Stretch], form: str) -> Runs:
    low, high = (-LIMIT, LIMIT) if form == "count" else (-FAR, FAR)
    if len(addends) == 1 and isinstance(addends[0][1], Count):
        low = 0
    ends = ((low if a is None else max(a, low), high if b is None else min(b, high)) for a, b in stretches)
    return Runs(tuple((a, b) for a, b in ends if a <= b))


def _guarded(condition: Condition, cancelled: Iterable[Addend]) -> Condition:
    """Let a condition hold only where none of some addends is absent."""
    missing = [test for addend in cancelled for test in _absent(addend)]
    return All((*(Negation(test) for test in missing), condition)) if missing else condition


def _absent(addend: Addend) -> list[Condition]:
    facts = facts_that_may_lack(addend)
    tests = tuple(Test(Term(fact, (), fact.type), IsAbsent()) for fact in facts)
    if not tests:
        return []
    if isinstance(addend, Sum):
        return [Reckoned(((1, Count(addend.list, tests[0])),), Runs(((1, LIMIT),)), "count")]
    return [tests[0] if len(tests) == 1 else All(tests)]


def _on_one_quantity(left: Condition, right: Condition) -> bool:
    if not isinstance(left, Reckoned) or not isinstance(right, Reckoned):
        return False
    return left.addends == right.addends and left.form == right.form


def _of_both(left: Condition, right: Condition, every: bool) -> Condition:
    assert isinstance(left, Reckoned)
    assert isinstance(right, Reckoned)
    if every:
        pairs = ((max(a, c), min(b, d)) for a, b in left.values.runs for c, d in right.values.runs)
        return Reckoned(left.addends, Runs(tuple((a, b) for a, b in pairs if a <= b)), left.form)
    return Reckoned(left.addends, united(left.values, right.values), left.form)


def united(left: Runs, right: Runs) -> Runs:
    """Return all integers of both."""
    runs: list[tuple[int, int]] = []
    for first, last in sorted((*left.runs, *right.runs)):
        if runs and first <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
        else:
            runs.append((first, last))
    return Runs(tuple(runs))
