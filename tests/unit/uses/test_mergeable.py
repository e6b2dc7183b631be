"""R105: provisions that could be one."""

from functools import cache, partial

import pytest

from checker.findings import Finding
from checker.logic import Law
from checker.logic.horizon import over_all_cases
from checker.rulebook import load_texts
from checker.uses.mergeable import find_mergeable
from tests.unit.uses.linted import HEAD

NUMBERS = HEAD + "fact load : integer 0..99\nfact size : integer 0..99\n"


def mergeable(text: str) -> list[Finding]:
    book, findings = load_texts({"t.rules": NUMBERS + text})
    assert book is not None, [str(finding.message) for finding in findings]
    law = Law(book)
    return [found.finding for found in find_mergeable(law, cache(partial(over_all_cases, law)))]


def pair(one: str, two: str, effect: str = "permit carry") -> str:
    return f"provision p cites n when {one} {effect}\nprovision o cites n when {two} {effect}"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("load < 10", "load between 10 and 20"),
        ("load < 12", "load between 10 and 20"),
        ("mode is sea", "mode is air"),
        ("far and mode is sea", "far and mode in { road, air }"),
        ("far and wet", "far and not wet"),
        ("load < 10 and (far or wet)", "load >= 10 and load < 20 and (wet or far)"),
        ("far and day < 2016-01-01", "far and day >= 2016-01-01"),
    ],
)
def test_cases_equal_but_for_one_field(one: str, two: str) -> None:
    (finding,) = mergeable(pair(one, two))
    assert str(finding.message) == "`p` and `o` could be one provision"
    assert (finding.severity.value, finding.concerns) == ("info", ("o", "p", "carry"))
    assert finding.span is not None
    assert [related.span.line for related in finding.related] == [finding.span.line - 1]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("load < 10", "load between 11 and 20"),
        ("load < 10", "load < 20"),
        ("load < 10", "load < 10"),
        ("load < 10", "size < 10"),
        ("load < 10 and size < 10", "load between 10 and 20 and size < 11"),
        ("far and mode is sea", "wet and mode is air"),
        ("far and not far", "mode is air"),
    ],
)
def test_cases_that_differ_otherwise(one: str, two: str) -> None:
    """A hole of one between the ranges; one within the other; the same; two fields; another rest; no case at all."""
    assert mergeable(pair(one, two)) == []


def test_outside_what_is_asked_nothing_has_to_be_equal() -> None:
    """Storing is asked of wet goods: what is said of dry ones makes no difference."""
    text = pair("mode is sea", "mode is air and wet", "permit store")
    assert len(mergeable(text)) == 1
    assert mergeable(text.replace("store", "carry")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("provision o cites n when mode is air permit", "provision o cites n when mode is air forbid"),
        ("provision o cites n when", "provision o cites l when"),
        ("provision o cites n when", "provision o cites n article 2 when"),
        ("provision o cites n when", "provision o unless otherwise provided cites n when"),
        ("mode is air permit carry", "mode is air permit carry by carrier"),
        ("mode is air permit carry", "mode is air permit carry permit store"),
        ("provision o cites", "provision base cites n permit carry\nprovision o proviso to base cites"),
    ],
)
def test_what_says_something_else_or_by_another_text(old: str, new: str) -> None:
    text = pair("mode is sea", "mode is air")
    assert old in text
    assert len(mergeable(text)) == 1
    assert mergeable(text.replace(old, new)) == []


def test_two_exceptions_to_one_rule() -> None:
    text = """provision rule cites n permit carry
provision p exception to rule cites n when mode is sea forbid carry
provision o exception to rule cites n when mode is air forbid carry
"""
    assert len(mergeable(text)) == 1


def test_every_question_they_answer_counts() -> None:
    """On storing, asked of wet goods, they would be one; on carrying they differ in two fields."""
    text = pair("mode is sea and far", "mode is air and (wet or far)", "permit {}")
    assert mergeable(text.replace("{}", "store permit carry")) == []


def test_practice_is_left_alone() -> None:
    head = "document q { practice  issued 2015-01-01  in force from 2015-02-01 }\n"
    assert mergeable(head + pair("mode is sea", "mode is air").replace("cites n", "cites q")) == []
