"""What cannot happen in lists within lists: of which element it is said, and what belongs together."""

import pytest

from checker.rulebook.model import Count, Reckoned, facts_of
from tests.unit.rulebook.books import book, wrong

LISTS = """record axle { worn : boolean }
record load { mixed : boolean }
record truck { big : boolean  front : axle  loads : list of load  axles : list of axle }
fact trucks : list of truck
fact fleet : list of truck
fact own : truck
"""


def said(condition: str) -> list[tuple[str | None, list[tuple[str, ...]]]]:
    """Return of each impossibility the list it speaks of and the facts it reads."""
    loaded = book(f'{LISTS}never {condition} because "…"')
    for never in loaded.impossibilities:
        assert {fact.binder for fact in facts_of(never.condition)} == {0}
    return [(never.list, [fact.key for fact in facts_of(never.condition)]) for never in loaded.impossibilities]


def test_an_element_of_a_list_in_each_list_of_such_elements() -> None:
    assert said("load.mixed") == [
        ("fleet[].loads", [("fleet[].loads[]", "mixed")]),
        ("own.loads", [("own.loads[]", "mixed")]),
        ("trucks[].loads", [("trucks[].loads[]", "mixed")]),
    ]


def test_the_truck_of_a_load_is_the_one_that_carries_it() -> None:
    assert said("load.mixed and truck.big") == [
        ("fleet[].loads", [("fleet[].loads[]", "mixed"), ("fleet[]", "big")]),
        ("own.loads", [("own.loads[]", "mixed"), ("own", "big")]),
        ("trucks[].loads", [("trucks[].loads[]", "mixed"), ("trucks[]", "big")]),
    ]


def test_an_axle_at_the_front_belongs_to_its_truck() -> None:
    lists = [over for over, _ in said("truck.big and axle.worn")]
    assert lists == [None, "fleet", "fleet[].axles", "own.axles", "trucks", "trucks[].axles"]


@pytest.mark.parametrize("condition", ["leg.far and load.mixed", "leg.far and load.mixed and truck.big"])
def test_elements_of_lists_that_do_not_hang_together_are_refused(condition: str) -> None:
    assert wrong(f'{LISTS}never {condition} because "…"') == [("T304", 7)]


def test_what_cannot_happen_may_look_into_a_list_itself() -> None:
    loaded = book(f'{LISTS}never truck.big and no l in truck.loads: (l.mixed) because "…"')
    assert [never.list for never in loaded.impossibilities] == [None, "fleet", "trucks"]
    counts = [
        addend.list
        for never in loaded.impossibilities
        for part in getattr(never.condition, "parts", ())
        if isinstance(part, Reckoned)
        for _, addend in part.addends
        if isinstance(addend, Count)
    ]
    assert [(c.name, c.path, c.outer, c.outer_binder, c.binder) for c in counts] == [
        ("own.loads", "own.loads", None, 0, 1),
        ("fleet[].loads", "loads", "fleet", 0, 1),
        ("trucks[].loads", "loads", "trucks", 0, 1),
    ]


def test_a_period_in_what_cannot_happen_is_read_as_anywhere() -> None:
    loaded = book('fact ended : date\nnever ended is at least 1 days before day because "…"')
    (never,) = loaded.impossibilities
    assert isinstance(never.condition, Reckoned)
    assert [factor for factor, _ in never.condition.addends] == [1, -1]
