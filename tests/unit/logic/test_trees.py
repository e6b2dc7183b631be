"""Trees in negation normal form, and the branches they fall apart into."""

from __future__ import annotations

from functools import partial

import pytest

from checker.logic import trees
from checker.logic.fields import Extent, Field, classify
from checker.logic.trees import FALSE, TRUE, CompilationError, Literal, Placing, branches, every, placed, some


def boolean(number: int) -> Literal:
    return Literal(number, Extent(frozenset({"true"})))


def space(count: int) -> Placing:
    yes = Extent(frozenset({"true"}))
    fields = (Field((f"f{i}",), f"f{i}", ("true", "false"), None) for i in range(count))
    return partial(placed, classes=tuple(classify(field, [yes]) for field in fields))


def test_always_and_never_vanish_from_joins() -> None:
    one = boolean(0)
    assert every(TRUE, one) == one
    assert every(FALSE, one) == FALSE
    assert some(FALSE, one) == one
    assert some(TRUE, one) == TRUE


def test_a_conjunction_is_one_branch_over_its_fields() -> None:
    assert branches(every(boolean(0), boolean(1)), space(2)) == [{0: 0b01, 1: 0b01}]


def test_a_disjunction_has_a_branch_for_each_part() -> None:
    assert branches(some(boolean(0), boolean(1)), space(2)) == [{0: 0b01}, {1: 0b01}]


def test_parts_that_exclude_one_another_leave_no_branch() -> None:
    no = Literal(0, Extent(frozenset({"false"})))
    assert branches(every(boolean(0), no), space(1)) == []


def test_a_branch_inside_another_is_dropped() -> None:
    assert branches(some(boolean(0), every(boolean(0), boolean(1))), space(2)) == [{0: 0b01}]


def test_always_is_one_branch_without_constraint_and_never_none() -> None:
    assert branches(TRUE, space(0)) == [{}]
    assert branches(FALSE, space(0)) == []


def test_a_condition_past_the_bound_is_refused_and_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trees, "MOST_BRANCHES", 7)
    pairs = [some(boolean(2 * i), boolean(2 * i + 1)) for i in range(3)]
    with pytest.raises(CompilationError):
        branches(every(*pairs), space(6))
    assert len(branches(every(*pairs[:2]), space(6))) == 4
