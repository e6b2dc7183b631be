"""Optional records as a whole: whether one is given, and what that guards."""

import pytest

from checker.rulebook.model import Fact, FiniteType, IsAbsent, NamedValue, Negation, Term
from checker.rulebook.model import Test as OneTest
from tests.unit.rulebook.conditions_of_books import refused, says


def absent(path: str, over: str | None, label: str, decided_by: str | None, binder: int = 0) -> OneTest:
    presence = FiniteType("presence", label, (NamedValue(("given",)),))
    return OneTest(
        Term(Fact(tuple(path.split(".")), over, label, presence, True, decided_by, binder), (), presence), IsAbsent()
    )


def test_a_record_is_there_or_absent_as_a_whole() -> None:
    assert says("extra is absent") == absent("extra", None, "extra", "customs")
    assert says("extra is given") == Negation(absent("extra", None, "extra", "customs"))


def test_a_record_within_one_that_may_be_absent_may_be_absent_with_it() -> None:
    assert says("extra.crew is absent") == absent("extra.crew", None, "extra.crew", "customs")


def test_a_record_of_an_element() -> None:
    assert says("leg.trip is absent", "move") == absent("trip", "legs", "leg.trip", None)
    condition = says("any g in legs: (g.trip is absent)")
    assert repr(absent("trip", "legs", "leg.trip", None, 1)) in repr(condition)


@pytest.mark.parametrize(
    "text",
    [
        "extra is given and extra.distance > 5",
        "extra is given and extra.crew.size > 5",
        "extra.crew is given and extra.crew.size > 5",
        "any g in legs: (g.trip is given and g.trip.note)",
    ],
)
def test_a_record_that_is_given_guards_what_is_in_it(text: str) -> None:
    says(text)


@pytest.mark.parametrize(
    ("text", "unguarded"),
    [
        ("extra.distance > 5", "extra.distance"),
        ("extra.crew is given and extra.distance > 5", "extra.distance"),
        # A field that may be absent by itself may be so in a record that is there.
        ("extra is given and extra.crew.sworn", "extra.crew.sworn"),
    ],
)
def test_what_is_not_guarded_is_a_warning(text: str, unguarded: str) -> None:
    message = f"`{unguarded}` may be absent, and nothing here asks whether it is given"
    assert refused(text) == [("T305", message)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("leg is given", "`leg` is never absent"),
        ("legs is absent", "`legs` is never absent"),
        ("extra", "`extra` is a record: a test needs one of its fields"),
    ],
)
def test_what_is_never_absent_is_not_asked_for(text: str, message: str) -> None:
    assert refused(text, "move") == [("T301", message)]
