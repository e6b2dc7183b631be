"""G104: silences on record that are none; the expected cases are counted by hand."""

import pytest

from checker.logic.area import Found
from checker.uses.recorded import find_recorded
from tests.unit.uses.regions_held import held, is_all_that_is_asked, law_of, maps_of

HEAD = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31
  ranks law > notice  governed by day  roles customs }
fact day : date
fact wet : boolean
fact far : boolean
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
question carry
"""
GAP = 'known gap g in carry when wet because "no text"\n'
FACTS = {"wet": ("true", "false"), "far": ("true", "false")}


def found_in(text: str) -> list[Found]:
    law = law_of(HEAD + text)
    return list(find_recorded(law, maps_of(law)))


@pytest.mark.parametrize(
    "text",
    [
        GAP,
        GAP + "provision p cites l when not wet permit carry",
        GAP + "provision p cites l when wet leave carry open",
        GAP + 'provision p cites l when wet and far permit carry\nnever wet and far because "no"',
        GAP + "provision p cites l permit carry\nprovision x exception to p cites l when wet leave carry open",
        GAP + "provision p cites l until 2010-01-01 permit carry",
        GAP + 'provision p cites l reading r "so" permit store\nprovision q cites l reading r else "or so" permit carry'
        "\nquestion store",
    ],
)
def test_a_gap_that_is_one(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    "answer",
    [
        "provision p cites l permit carry",
        "provision p cites l when wet leave carry to customs",
        "provision p cites l permit carry provision q cites l when wet forbid carry",
        "provision p cites l when wet and far permit carry provision q cites l when wet and not far exempt carry",
    ],
)
def test_a_gap_that_is_answered_in_all_of_it(answer: str) -> None:
    (found,) = found_in(GAP + answer)
    assert str(found.finding.message) == "`g` is no gap: `carry` is answered in all of it"
    assert found.finding.severity.value == "error"
    assert found.finding.concerns == ("carry", "g")
    (area,) = found.areas
    assert area.word is None
    assert held(area.resolution, area.region, FACTS) == {("true", "true"), ("true", "false")}
    assert is_all_that_is_asked(area.resolution, area.region, *(region for _, region in area.blockers))


def test_a_gap_that_is_partly_one() -> None:
    (found,) = found_in(GAP + "provision p cites l when far permit carry")
    assert str(found.finding.message) == "`g` is only partly a gap: `carry` is answered in the rest of it"
    assert found.finding.severity.value == "warning"
    answered, left = found.areas
    assert (answered.word, left.word) == (None, "known-gap")
    assert held(answered.resolution, answered.region, FACTS) == {("true", "true")}
    assert held(left.resolution, left.region, FACTS) == {("true", "false")}
    for area in found.areas:
        assert is_all_that_is_asked(area.resolution, area.region, *(region for _, region in area.blockers))
        assert area.remarks


@pytest.mark.parametrize(
    "text",
    [
        'question store within not wet  known gap h in store when wet because "no text"',
        'known gap h in carry when day < 2010-01-01 because "no text"',
        'known gap h in carry when wet and far because "no text"\nnever wet and far because "no"',
    ],
)
def test_a_gap_outside_what_is_asked(text: str) -> None:
    (found,) = found_in(text)
    question = "store" if "store" in text else "carry"
    assert str(found.finding.message) == f"`h` is on record where `{question}` is never asked"
    assert found.finding.severity.value == "error"
    assert found.areas == ()


def test_each_question_of_a_gap_is_judged_by_itself() -> None:
    text = """question store  question keep
known gap h in carry, store, keep when wet because "no text"
provision p cites l permit store
provision q cites l when far permit keep
"""
    found = {each.finding.concerns[0]: each.finding.severity.value for each in found_in(text)}
    assert found == {"store": "error", "keep": "warning"}
