"""The effects of one provision joined: answers apart from one another, and no more conditions than that takes."""

from __future__ import annotations

from checker.logic.apart import groups
from checker.logic.joining import join_effects
from checker.rulebook import model
from checker.rulebook.model import (
    EXEMPT,
    FORBID,
    PERMIT,
    All,
    Condition,
    Decided,
    Fact,
    FiniteType,
    Members,
    NamedValue,
    Negation,
    OrderedType,
    Runs,
    Some,
    Term,
    join,
)

MODE = FiniteType("one of", "mode", tuple(NamedValue((name,)) for name in ("sea", "road", "air")))
WEIGHT = OrderedType("integer", 0, None, 0, 9999)


def _mode(*values: str) -> model.Test:
    fact = Fact(("mode",), None, "mode", MODE, False, None)
    return model.Test(Term(fact, (), MODE), Members(frozenset(values)))


def _weight(low: int, high: int) -> model.Test:
    fact = Fact(("weight",), None, "weight", WEIGHT, False, None)
    return model.Test(Term(fact, (), WEIGHT), Runs(((low, high),)))


def test_conditions_are_grouped_by_what_may_meet() -> None:
    conditions: list[Condition] = [
        All((_mode("sea"), _weight(0, 9))),
        All((_mode("road"), _weight(0, 9))),
        _weight(5, 20),
        All((_mode("sea"), _weight(30, 40))),
    ]
    assert list(groups(conditions)) == [[0, 1, 2], [3]]


def test_what_one_condition_denies_as_a_whole_is_apart_from_it() -> None:
    first = All((_mode("sea", "road"), _weight(0, 9)))
    assert list(groups([first, All((_mode("sea"), Negation(first)))])) == [[0], [1]]


def test_values_with_absence_beside_them_are_one_set() -> None:
    assert list(groups([Some((_mode("sea"), _mode("road"))), _mode("air"), _mode("road")])) == [[0, 2], [1]]


def test_rows_that_exclude_one_another_stay_as_they_are_however_many() -> None:
    rows = [(All((_mode("sea", "air"), _weight(n, n))), Decided(str(n))) for n in range(3000)]
    assert join_effects(rows) == (rows, [])


def test_effects_that_meet_are_joined_where_they_do() -> None:
    sea, light = _mode("sea"), _weight(0, 9)
    assert join_effects([(sea, PERMIT), (light, EXEMPT)]) == (
        [
            (All((sea, light)), join(PERMIT, EXEMPT)),
            (All((sea, Negation(light))), PERMIT),
            (All((Negation(sea), light)), EXEMPT),
        ],
        [],
    )


def test_effects_that_clash_are_told() -> None:
    sea, light = _mode("sea"), _weight(0, 9)
    assert join_effects([(sea, PERMIT), (light, FORBID)])[1] == [All((sea, light))]
