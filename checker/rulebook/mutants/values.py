"""Slips in a set of values: a bound one unit further or less far, a day moved, a value more or less.

Takes a single test; gives the tests it may be mistaken for. No set becomes empty, and none all of its type: no rule
says that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from checker.rulebook.model import (
    LIMIT,
    MINUTES_A_DAY,
    Asked,
    Below,
    CodeTable,
    CodeType,
    Count,
    FiniteType,
    Members,
    OrderedType,
    Reckoned,
    Rulebook,
    Runs,
    Test,
    ValueType,
)

Run = tuple[int, int]

MOST_LEFT_OUT = 20
"""So many values of a set are left out in turn, the first of it."""

WORDS = ("permitted", "forbidden", "required", "not-required")


def values_off(test: Test) -> Iterator[tuple[str, Test]]:
    """Go through the tests a test of values may be mistaken for, each with its operator."""
    kind, values = test.term.type, test.values
    if isinstance(values, Runs) and isinstance(kind, OrderedType):
        yield from ((operator, replace(test, values=Runs(runs))) for operator, runs in _runs_off(values.runs, kind))
    elif isinstance(values, Members) and isinstance(kind, FiniteType) and kind.form == "kinds":
        yield from (("change-set", replace(test, values=Members(other))) for other in _kinds_off(values.values, kind))
    elif isinstance(values, Members):
        members = _one_off(values.values, _domain(kind))
        yield from (("change-set", replace(test, values=Members(other))) for other in members)
    elif isinstance(values, Below) and isinstance(kind, CodeType):
        yield from (
            ("change-set", replace(test, values=Below(codes))) for codes in _codes_off(values.codes, kind.table)
        )


def _domain(kind: ValueType) -> Sequence[str]:
    """List the values a set can be one off by; of a truth value there is none."""
    if isinstance(kind, CodeType):
        return sorted(kind.table.rows)
    return kind.domain if isinstance(kind, FiniteType) and kind.form not in ("boolean", "presence") else ()


def answers_off(book: Rulebook, asked: Asked) -> Iterator[Asked]:
    """Go through the tests of an answer that admit one answer more or less."""
    answers = book.questions[asked.question].answers
    if asked.late or not (answers is None or isinstance(answers, FiniteType)):
        return
    for other in _one_off(asked.answers, WORDS if answers is None else answers.domain):
        yield replace(asked, answers=other)


def edges_off(reckoned: Reckoned) -> Iterator[Reckoned]:
    """Go through the tests of a quantity whose bounds lie one unit off."""
    counts = all(isinstance(addend, Count) for _, addend in reckoned.addends)
    low = 0 if counts and len(reckoned.addends) == 1 else -LIMIT
    for moved in _moved(reckoned.values.runs, 1, low, LIMIT):
        yield replace(reckoned, values=Runs(moved))


def _runs_off(runs: tuple[Run, ...], kind: OrderedType) -> Iterator[tuple[str, tuple[Run, ...]]]:
    if kind.form != "hs":
        operator = "move-date" if kind.form in ("date", "datetime") else "swap-strictness"
        step = MINUTES_A_DAY if kind.form == "datetime" else 1
        yield from ((operator, moved) for moved in _moved(runs, step, kind.low, kind.high))
    yield from (("change-set", fewer) for fewer in _fewer(runs))


def _moved(runs: tuple[Run, ...], step: int, low: int, high: int) -> Iterator[tuple[Run, ...]]:
    """Move each end of each run by a step, either way; a run of one step moves as a whole."""
    for number, (first, last) in enumerate(runs):
        for run in _shifted(first, last, step) if last - first < step else _stretched(first, last, step, low, high):
            others = (*runs[:number], run, *runs[number + 1 :])
            if run[0] <= run[1] and run != (low, high) and _are_apart(others):
                yield others


def _shifted(first: int, last: int, step: int) -> Iterator[Run]:
    yield first - step, last - step
    yield first + step, last + step


def _stretched(first: int, last: int, step: int, low: int, high: int) -> Iterator[Run]:
    for by in (-step, step):
        if first > low:
            yield first + by, last
        if last < high:
            yield first, last + by


def _are_apart(runs: Sequence[Run]) -> bool:
    return all(one[1] + 1 < two[0] for one, two in pairwise(runs))


def _fewer(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    if len(runs) > 1:
        for number in range(min(len(runs), MOST_LEFT_OUT)):
            yield (*runs[:number], *runs[number + 1 :])


def _one_off(members: frozenset[str], domain: Sequence[str]) -> Iterator[frozenset[str]]:
    """Leave out each value in turn; take in the value that stands next to the last."""
    if not domain:
        return
    held = [value for value in domain if value in members]
    if len(members) > 1:
        yield from (members - {value} for value in (*held, *sorted(members - set(domain)))[:MOST_LEFT_OUT])
    further = _next(held, domain, members)
    if further is not None and len(members) + 1 < len(domain):
        yield members | {further}


def _kinds_off(members: frozenset[str], tree: FiniteType) -> Iterator[frozenset[str]]:
    """Leave out each node with all below it, of a single node the first below; take in the next that holds none."""
    whole = [node for node in tree.domain if tree.below(node) <= members]
    nodes = [node for node in whole if tree.value(node).above not in whole]
    if len(nodes) == 1:
        nodes = [node for node in tree.domain if tree.value(node).above == nodes[0]][:1]
    yield from (fewer for node in nodes if (fewer := members - tree.below(node)))
    outside = frozenset(node for node in tree.domain if tree.below(node) & members)
    further = _next([node for node in tree.domain if node in members], tree.domain, outside)
    if further is not None:
        yield members | tree.below(further)


def _next(held: Sequence[str], domain: Sequence[str], taken: frozenset[str]) -> str | None:
    start = domain.index(held[-1]) + 1 if held else 0
    return next((value for value in (*domain[start:], *domain[:start]) if value not in taken), None)


def _codes_off(codes: frozenset[str], table: CodeTable) -> Iterator[frozenset[str]]:
    """Leave out each code in turn; take in the next code that none of them is above."""
    if len(codes) > 1:
        yield from (codes - {code} for code in sorted(codes)[:MOST_LEFT_OUT])
    covered = frozenset(code for code in table.rows if codes & set(table.ancestors(code)))
    further = _next(sorted(codes & set(table.rows)), tuple(sorted(table.rows)), covered | codes)
    if further is not None:
        yield codes | {further}
