"""The shipped rulebook accounts for every fact of the sources, and for every item of a document in words of its own.

`source_ids.txt` lists the ids of all facts of the sources: provisions, gaps (G), conflicts (K) and rules derived (R).
"""

from collections import Counter
from pathlib import Path

import pytest

from checker.plan import read_plans
from checker.rulebook import load
from checker.rulebook.model import LEAD, Rulebook
from checker.shipped import shipped_folder

IDS = Path(__file__).with_name("source_ids.txt").read_text(encoding="utf-8").split()
WHY_NOT = ("not read", "a lead", "no fact of a plan", "said elsewhere", "a programme", "no rule")
"""How the reason for an item that is not encoded begins; `docs/how-to/encode-a-document.md` explains them."""


@pytest.fixture(scope="module")
def book() -> Rulebook:
    loaded, findings = load(shipped_folder("rules"))
    assert loaded is not None, findings
    return loaded


@pytest.fixture(scope="module")
def titles(book: Rulebook) -> frozenset[str]:
    parts = book.scenarios
    return frozenset(plan.title for part in parts for plan in read_plans(book, part.text, part.file, part.line))


def test_every_fact_of_the_sources_has_its_fate(book: Rulebook) -> None:
    assert Counter(fact.id for fact in book.register) == Counter(IDS)


def test_what_nobody_has_verified_is_not_encoded(book: Rulebook) -> None:
    assert [fact.id for fact in book.register if fact.standing == LEAD and fact.fate == "encoded"] == []


def test_gaps_and_conflicts_are_shown_by_scenarios(book: Rulebook, titles: frozenset[str]) -> None:
    met = [fact for fact in book.register if fact.id[0] in "GK" and fact.id[1:].isdigit()]
    assert len(met) == 15 + 19
    assert [fact.id for fact in met if fact.fate != "encoded" or not fact.shown] == []
    assert [(fact.id, title) for fact in met for title in fact.shown if title not in titles] == []


def test_every_conflict_says_how_it_ends(book: Rulebook) -> None:
    conflicts = [fact for fact in book.register if fact.id[0] == "K" and fact.id[1:].isdigit()]
    assert [fact.id for fact in conflicts if fact.ends is None] == []


def test_an_item_is_left_out_for_a_reason_of_the_closed_list(book: Rulebook) -> None:
    strange = [
        each.because for each in book.not_encoded if not each.because.startswith(tuple(f"{w}:" for w in WHY_NOT))
    ]
    assert strange == []
