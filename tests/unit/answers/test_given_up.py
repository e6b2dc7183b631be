"""Searches that are given up because cases fall apart into too many boxes: said, nothing claimed, the rest reported."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest

from checker.answers.lint import LintReport, lint
from checker.findings import REGISTRY, Finding, Severity
from checker.logic import Law, effort
from checker.rulebook import load_texts
from checker.syntax import parse_rules

FACTS = 12
HEAD = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31
  ranks law > notice  governed by day  roles carrier }
fact day : date
fact wet : boolean
fact far : boolean
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
document n { rank notice  issuer gacc  issued 2005-01-01  in force from 2005-02-01 }
question store "May it be stored?"
question may "May it be carried?"
provision dry cites l when not wet or far permit store
provision damp cites l when wet forbid store
"""


def drawn(what: str, limit: int) -> int:
    """Draw a number below a limit, the same one for the same name."""
    return int.from_bytes(sha256(what.encode()).digest()[:8], "big") % limit


def wide(provisions: int, least: int, most: int) -> str:
    """Write a rulebook of bans by one text and a permission by a lower one, each looking at some of twelve numbers."""
    lines = [HEAD, *(f"fact f{n} : integer 0..99" for n in range(FACTS))]
    for number in range(provisions):
        facts = sorted(range(FACTS), key=lambda fact: drawn(f"fact {number} {fact}", 1 << 32))
        tests = []
        for fact in facts[: least + drawn(f"tests {number}", most - least + 1)]:
            low = drawn(f"low {number} {fact}", 80)
            tests.append(f"f{fact} between {low} and {low + 5 + drawn(f'width {number} {fact}', 15)}")
        document, verb = ("n", "permit") if number % 8 == 7 else ("l", "forbid")
        lines.append(f"provision p{number} cites {document} when {' and '.join(tests)} {verb} may")
    lines.append("provision low cites n when f0 >= 1 permit may")
    return "\n".join(lines)


def searched(text: str, ids: frozenset[str]) -> LintReport:
    book, warned = load_texts({"t.rules": text})
    assert book is not None, [str(finding.message) for finding in warned]
    statements, _ = parse_rules(text, "t.rules")
    return lint(Law(book), statements, warned, {entry.id: None for entry in REGISTRY.values() if entry.id not in ids})


def given_up(report: LintReport) -> dict[str, set[str]]:
    """Return for each question the ids whose search was given up, by what is said of it."""
    told = [finding for finding in report.findings if finding.id == "A102"]
    return {finding.concerns[0]: set(re.findall(r"`([A-Z]\d{3})`", str(finding.message))) for finding in told}


def about(finding: Finding) -> set[str]:
    return {regions.question for regions in finding.regions}


def test_a_search_that_takes_too_much_is_told_and_claims_nothing_and_the_others_are_reported() -> None:
    report = searched(wide(60, 1, 2), frozenset({"A102", "G101", "C101", "R102"}))
    assert given_up(report) == {"may": {"C101", "R102"}}
    (told,) = (finding for finding in report.findings if finding.id == "A102")
    assert "`C101` (conflict)" in str(told.message)
    assert "more than 200,000 boxes" in str(told.message)
    assert [about(finding) for finding in report.findings if finding.id == "C101"] == [{"store"}]
    assert [finding for finding in report.findings if finding.id == "R102"] == []
    (gap,) = (finding for finding in report.findings if finding.id == "G101" and about(finding) == {"may"})
    (regions,) = gap.regions
    assert regions.contrary
    assert regions.shown
    assert regions.total is not None


def test_a_run_fails_by_what_was_given_up_as_by_any_warning() -> None:
    report = searched(wide(60, 1, 2), frozenset({"A102", "R102"}))
    assert [finding.id for finding in report.findings] == ["A102"]
    assert report.fails(Severity.WARNING)
    assert not report.fails(Severity.ERROR)


@pytest.mark.parametrize("most", [0, 100, 500])
def test_whatever_is_missed_by_a_smaller_bound_is_of_a_search_that_is_told(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = frozenset({"A102", *(entry.id for entry in REGISTRY.values() if entry.of_cases)})
    text = wide(10, 1, 2) + "\nprovision again cites l when f0 >= 1 and f0 <= 98 and f1 >= 1 permit may\n"
    whole = {(finding.id, str(finding.message)): finding for finding in searched(text, ids).findings}
    monkeypatch.setattr(effort, "MOST_BOXES", most)
    report = searched(text, ids)
    found = {(finding.id, str(finding.message)) for finding in report.findings if finding.id != "A102"}
    assert "A102" not in {id_ for id_, _ in whole}
    assert found <= whole.keys()
    assert found != whole.keys()
    told = {finding.concerns[0]: str(finding.message) for finding in report.findings if finding.id == "A102"}
    for key in whole.keys() - found:
        (question,) = about(whole[key])
        assert f"`{key[0]}`" in told[question] or told[question].startswith("nothing was found out about")
