"""What keeps a rulebook from being answered exactly is a finding before any plan is looked at."""

from __future__ import annotations

import pytest

from checker.findings import Finding
from checker.logic import Law, trees
from checker.rulebook import load_texts

HEADER = """\
rulebook t { ranks announcement  governed by day }
fact day : date
fact a : boolean
fact b : boolean
fact c : boolean
fact d : boolean
document n { rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01  items 1..1 }
question carry "May it be carried?"
"""


def findings(provision: str) -> tuple[Finding, ...]:
    book, found = load_texts({"page.rules": HEADER + provision})
    assert book is not None, found
    return Law(book).findings()


def told(provision: str) -> list[tuple[str, int]]:
    return [(f.id, f.span.line) for f in findings(provision) if f.span is not None]


def test_a_sound_rulebook_has_none() -> None:
    assert findings("provision p cites n item 1 when a permit carry") == ()


def test_a_provision_that_contradicts_itself_is_named() -> None:
    assert told("provision p cites n item 1 when a permit carry forbid carry") == [("D206", 9)]


OF_LEGS = (
    HEADER
    + """record leg { wet : boolean }
fact legs : list of leg
question load "May it be loaded?" for each leg in legs
"""
)


def test_a_provision_that_contradicts_itself_on_each_element_is_named() -> None:
    provision = "provision p cites n item 1 when leg.wet permit load forbid load"
    book, found = load_texts({"page.rules": OF_LEGS + provision})
    assert book is not None, found
    assert [finding.id for finding in Law(book).findings()] == ["D206"]


def test_effects_that_exclude_one_another_are_no_contradiction() -> None:
    assert findings("provision p cites n item 1 when a permit carry only if b") == ()


def test_a_condition_past_the_bound_is_named_and_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    provision = "provision p cites n item 1 when (a or b) and (c or d) permit carry"
    assert findings(provision) == ()
    monkeypatch.setattr(trees, "MOST_BRANCHES", 3)
    # Each of the two parts is small enough to be checked by; together they are too large to be compared.
    assert told(provision) == [("A101", 9)]
