"""Readings: which way of reading a provision stands by, lent or its own, and readings that fit nothing."""

import pytest

from checker.rulebook.model import Reading
from tests.unit.rulebook.books import book, findings_of, written_at, wrong

CHOSEN = 'provision c cites r reading far "a day" permit carry\n'


def readings(text: str, name: str = "p") -> tuple[Reading, ...]:
    return book(text).provisions[name].readings


def test_a_reading_is_chosen_or_the_other_one() -> None:
    text = 'provision p cites a reading far else "two days" reading wide "both banks" permit carry'
    assert readings(CHOSEN + text) == (Reading("far", "two days", False), Reading("wide", "both banks", True))


def test_without_a_reading_a_provision_rests_on_none() -> None:
    assert readings("provision p cites a permit carry") == ()


def test_the_chinese_spelling_is_the_same() -> None:
    text = "条款「乙」依据「a」，解读「far」否则“两天”，准予「carry」"
    assert readings(CHOSEN + text, "乙") == (Reading("far", "两天", False),)


def test_under_lends_its_reading_to_all_within() -> None:
    text = """under reading far else "two days" {
  provision p cites a permit carry
  under when wet reading wide "both banks" { provision q cites a reading far else "two nights" permit carry }
}
"""
    assert readings(CHOSEN + text) == (Reading("far", "two days", False),)
    assert readings(CHOSEN + text, "q") == (Reading("far", "two nights", False), Reading("wide", "both banks", True))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('provision p cites a reading far "x" reading far else "y" permit carry', 'reading far else "y"'),
        ('provision p cites a reading far else "y" reading far "x" permit carry', 'reading far "x"'),
        ('under reading far else "y" { provision p cites a reading far "x" permit carry }', 'reading far else "y"'),
    ],
)
def test_no_provision_stands_by_a_reading_and_by_the_other_one(text: str, place: str) -> None:
    (finding,) = findings_of(text)
    assert (finding.id, written_at(text, finding)) == ("D208", place)
    assert len(finding.related) == 1


def test_the_other_one_needs_a_reading_that_is_chosen_somewhere() -> None:
    text = 'provision p cites a reading far else "x" permit carry'
    (finding,) = findings_of(text)
    assert (finding.id, finding.kind, written_at(text, finding)) == ("D208", "relation", "far")
    assert str(finding.help) == 'add `reading far "…"` where it was chosen'


def test_the_nearest_chosen_reading_is_offered() -> None:
    (finding,) = findings_of(CHOSEN + 'provision p cites a reading farr else "x" permit carry')
    assert str(finding.help) == "write `far`"


def test_a_lent_reading_that_nothing_chose_is_reported_once() -> None:
    text = """under reading far else "x" {
  provision p cites a permit carry
  provision q cites a permit store
}
provision s cites a reading far else "y" permit carry
"""
    assert wrong(text) == [("D208", 1), ("D208", 5)]
