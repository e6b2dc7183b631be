"""Questions that nothing has touched: recognised word for word, and never where any case is decided otherwise."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from checker.answers.diff_sides import Pair, compare_question
from checker.answers.diff_untouched import Untouched
from checker.logic import Law
from checker.rulebook import load_texts
from tests.unit.answers.compared import ASKED, HEAD, law
from tests.versions_rulebooks import Pair as Drawn
from tests.versions_rulebooks import pairs

BOTH = ASKED + 'question store "May it be stored?"\nprovision p cites l when wet permit carry\n'
SEEN: Counter[bool] = Counter()


@pytest.mark.parametrize(
    ("change", "touched"),
    [
        (("permit carry", "forbid carry"), {"carry"}),
        (("when wet", "when not wet"), {"carry"}),
        (('"May it be stored?"', '"May it be stored?" silence means permitted'), {"store"}),
        (("provision p", "provision q cites n permit store\nprovision p"), {"store"}),
        (("provision p", 'known gap g in store because "no text"\nprovision p'), {"store"}),
        (("provision p", 'never wet and mode is air because "it dries"\nprovision p'), {"carry", "store"}),
        (("permit carry\n", "permit carry\nprovision x exception to p cites l forbid carry\n"), {"carry"}),
        # Neither lines nor sequence: what stands elsewhere says the same.
        (("provision p", "\n\n# further down\nprovision p"), set()),
    ],
)
def test_a_question_is_touched_by_what_bears_on_it(change: tuple[str, str], touched: set[str]) -> None:
    untouched = Untouched(law(BOTH), law(BOTH.replace(*change)))
    assert {name for name in ("carry", "store") if not untouched.holds(name)} == touched


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reviewed until 2020-12-31", "reviewed until 2021-12-31"),
        ("ranks law > notice", "ranks notice > law"),
        ("in force from 2000-02-01", "in force from 2000-03-01"),
        ("{ sea, road, air }", "{ sea, road }"),
        ("fact far", "fact near"),
    ],
)
def test_what_bears_on_all_touches_all(old: str, new: str) -> None:
    head = HEAD.replace("fact wet", "fact far : boolean\nfact wet")
    untouched = Untouched(law(BOTH, head), law(BOTH, head.replace(old, new)))
    assert old in head
    assert not untouched.holds("carry")
    assert not untouched.holds("store")


def test_a_tested_question_touches_the_one_that_tests_it() -> None:
    tested = BOTH + "provision s cites l when carry is permitted permit store\n"
    untouched = Untouched(law(tested), law(tested.replace("when wet", "when not wet")))
    assert not untouched.holds("store")


def test_what_is_untouched_is_decided_as_before() -> None:
    _hold()
    assert min(SEEN[True], SEEN[False]) > 10


@given(pairs())
@settings(
    max_examples=90,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
def _hold(drawn: Drawn) -> None:
    books = [load_texts(dict(source.files))[0] for source in (drawn.before, drawn.after)]
    before, after = (Law(book) for book in books if book is not None)
    untouched = Untouched(before, after)
    for question in before.book.questions:
        is_untouched = untouched.holds(question)
        SEEN[is_untouched] += 1
        if is_untouched:
            assert compare_question(Pair(before, after), question).contrasts == ()
