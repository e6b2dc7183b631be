"""In which direction a decision changes: by what may lawfully be done and left, where that can be compared."""

import pytest

from checker.logic.decisions import Decision, Held
from checker.logic.differences import Difference, direction


def held(*words: str) -> Held:
    return tuple(Decision(word) for word in words)


def changed(before: Held, after: Held) -> Difference:
    return Difference(before, after, ())


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (held("forbidden"), held("permitted"), "wider"),
        (held("required"), held("permitted"), "wider"),
        (held("required"), held("not-required"), "wider"),
        (held("permitted"), held("forbidden"), "narrower"),
        (held("not-required"), held("required"), "narrower"),
        (held("forbidden"), held("required"), "incomparable"),
        (held("permitted"), held("not-required"), "incomparable"),
        (held("gap"), held("permitted"), "incomparable"),
        (held("permitted"), held("not-applicable"), "incomparable"),
        (held("conflict"), held("forbidden"), "incomparable"),
        (held("forbidden"), held("forbidden", "permitted"), "incomparable"),
        ((Decision("decided", ("low",)),), (Decision("decided", ("high",)),), "incomparable"),
        ((Decision("required", by=("carrier",)),), (Decision("required", by=("customs",)),), "incomparable"),
        ((Decision("required", by=("carrier",)),), (Decision("permitted"),), "wider"),
    ],
)
def test_is_told_from_lawful_conduct(before: Held, after: Held, expected: str) -> None:
    assert changed(before, after).direction == expected


def test_of_all_is_that_of_each_or_none() -> None:
    wider = changed(held("forbidden"), held("permitted"))
    narrower = changed(held("permitted"), held("required"))
    assert direction(()) == "equivalent"
    assert direction((wider, changed(held("required"), held("permitted")))) == "wider"
    assert direction((narrower,)) == "narrower"
    assert direction((wider, narrower)) == "incomparable"
    assert direction((wider, changed(held("gap"), held("permitted")))) == "incomparable"
