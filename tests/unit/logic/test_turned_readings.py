"""A provision that rests on a reading: what it replaces is replaced only where it is read so."""

from __future__ import annotations

import pytest

from checker.logic import Law, Subject
from checker.plan import read_plans
from checker.rulebook import load_texts

RULES = """
rulebook t { ranks announcement  governed by day }
fact day : date
document a { rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }
document b { rank announcement  issuer gacc  issued 2016-01-01  in force from 2016-02-01 }
question q
provision old cites a permit q
provision new replaces old by b cites a reading as_amended else "the amendment speaks of other goods" forbid q
provision narrow cites a reading as_amended "the amendment leaves these goods alone" permit q
"""


@pytest.mark.parametrize(
    ("turned", "winners"), [(frozenset[str](), ("narrow", "old")), (frozenset({"as_amended"}), ("new",))]
)
def test_the_other_reading_replaces(turned: frozenset[str], winners: tuple[str, ...]) -> None:
    book, findings = load_texts({"a.rules": RULES})
    assert book is not None, findings
    (plan,) = read_plans(book, "plan: p\nfacts: {day: 2016-06-01}\n", "p.yaml")
    assert plan.facts is not None
    assert Law(book, None, turned).judge("q", plan.facts, Subject()).winners == winners
