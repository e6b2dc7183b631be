"""The figures on the page about the shipped law are those of the shipped law."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from checker.plan import read_plans
from checker.rulebook import load
from checker.rulebook.model import Rulebook
from checker.shipped import shipped_folder
from tests.literate_pages import ROOT

PAGE = (ROOT / "docs" / "explanation" / "our-law.md").read_text(encoding="utf-8")


@cache
def law() -> Rulebook:
    book, findings = load(shipped_folder("rules"))
    assert book is not None, findings
    return book


def figure(row: str) -> int:
    """Find the number in the second cell of the row of a table that begins so."""
    (found,) = re.findall(rf"^\| {re.escape(row)}[^|]*\| ([0-9,]+) \|$", PAGE, re.MULTILINE)
    return int(found.replace(",", ""))


def scenarios() -> int:
    book = law()
    return sum(len(read_plans(book, s.text, s.file, s.line)) for s in book.scenarios)


def test_how_much_there_is() -> None:
    book = law()
    counted = {
        "documents": len(book.documents),
        "provisions": len(book.provisions),
        "questions": len(book.questions),
        "scenarios": scenarios(),
        "combinations of facts that cannot happen": len(book.impossibilities),
        "silences on record": len(book.known_gaps),
        "points left open": len(book.open_points),
        "findings allowed": len(book.allowances),
        "items of documents not encoded": len(book.not_encoded),
    }
    assert {row: figure(row) for row in counted} == counted


@pytest.mark.parametrize("standing", ["read", "translated", "read in part", "secondary", "reported", "interpretation"])
def test_how_well_the_provisions_are_known(standing: str) -> None:
    counted = Counter(p.cites[0].standing for p in law().provisions.values())
    assert set(counted) == {"read", "translated", "read_in_part", "secondary", "reported", "interpretation"}
    (row,) = re.findall(rf"^\| {standing}(?::[^|]*)? \| ([0-9]+) \|$", PAGE, re.MULTILINE)
    assert int(row) == counted[standing.replace(" ", "_")]


def test_what_became_of_the_facts_of_the_sources() -> None:
    fates = Counter(fact.fate for fact in law().register)
    reasons = Counter(fact.reason for fact in law().register if fact.fate == "not encoded")
    told = f"{fates['encoded']} are encoded and {fates['no rule']} are no rule;"
    assert f"Of the {sum(fates.values())} facts of the sources, {told}" in PAGE
    why = re.search(
        r"of (\d+) the register says why they are not: (\d+) .*, (\d+) .*, (\d+) .*, (\d+) .*, of (\d+)", PAGE
    )
    assert why is not None
    order = ("no_fact", "programme", "lead", "elsewhere", "not_read")
    assert [int(n) for n in why.groups()] == [fates["not encoded"], *(reasons[reason] for reason in order)]
