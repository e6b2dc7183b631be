"""G101: where a question has no answer; the expected cases are counted by hand."""

import re
from pathlib import Path

import pytest

from checker.logic import Law
from checker.logic.area import Found
from checker.regions import Box, meet
from checker.rulebook import load_texts
from checker.rulebook.model import Rulebook, Value
from checker.shipped import shipped_folder
from checker.uses.gaps import find_gaps, gap_region
from tests.unit.uses.regions_held import day, held, is_all_that_is_asked, law_of, maps_of

HEAD = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31
  ranks law > notice  governed by day  roles carrier, customs }
fact day : date
fact wet : boolean
fact far : boolean
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
"""
QUESTION = "question carry\n"
BOTH = ("true", "false")
FACTS = {"wet": BOTH, "far": BOTH}
DRY, WET = {("false", far) for far in BOTH}, {("true", far) for far in BOTH}
EVERYWHERE = {(wet, far) for wet in BOTH for far in BOTH}


def gap_of(text: str) -> set[tuple[object, ...]]:
    """Return where the question `carry` has a gap, by `wet` and `far`."""
    law = law_of(HEAD + text)
    resolution = maps_of(law)("carry")
    return set(held(resolution, gap_region(law, resolution), FACTS))


def found_in(text: str) -> list[Found]:
    law = law_of(HEAD + text)
    return list(find_gaps(law, maps_of(law)))


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("", EVERYWHERE),
        ("provision p cites l permit carry", set()),
        ("provision p cites l when wet permit carry", DRY),
        ("provision p cites l when wet permit carry provision q cites l when far forbid carry", {("false", "false")}),
        ("provision p cites l when wet permit carry provision q cites l when wet forbid carry", DRY),
        ("provision p cites l when wet leave carry to customs", DRY),
        ("provision p cites l when wet leave carry open", EVERYWHERE),
        ("provision p cites l permit carry\nprovision q exception to p cites l when wet leave carry open", WET),
        (
            """provision p cites l when wet permit carry
            provision q overrides p because "so" cites l when far forbid carry""",
            {("false", "false")},
        ),
        ('known gap g in carry when wet because "no text"', DRY),
        ('provision p cites l when wet permit carry\nnever not wet and far because "no"', {("false", "false")}),
    ],
)  # fmt: skip
def test_the_gap_is_what_nobody_answers(text: str, gap: set[tuple[object, ...]]) -> None:
    assert gap_of(QUESTION + text) == gap


def test_outside_the_question_is_no_gap() -> None:
    assert gap_of("question carry within wet\nprovision p cites l when far permit carry") == {("true", "false")}


def test_the_days_before_a_text_came_are_a_gap_within_what_is_covered() -> None:
    text = "document n { rank notice  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }\n"
    law = law_of(HEAD + QUESTION + text + "provision p cites n permit carry")
    resolution = maps_of(law)("carry")
    days = [day(d) for d in ("2009-12-31", "2010-01-01", "2015-01-31", "2015-02-01", "2020-12-31", "2021-01-01")]
    assert held(resolution, gap_region(law, resolution), {"day": days}) == {(days[1],), (days[2],)}


def test_one_finding_for_each_question_names_who_holds_the_rest() -> None:
    text = """question carry  question store  question keep partial  question hide silence means permitted
      provision p cites l when wet permit carry
      provision q cites l when wet and far permit carry
      provision r cites l when far and not wet leave carry to customs
      known gap g in carry when not far because "no text"
    """
    # wet: p; far and not wet: r; neither: g.
    found = found_in(text)
    assert [each.finding.concerns for each in found] == [("store",)]
    found = found_in(text.replace("when not far", "when not far and wet"))
    assert [each.finding.concerns for each in found] == [("carry",), ("store",)]
    (area,) = found[0].areas
    assert (area.word, area.contrary) == ("gap", True)
    assert [name for name, _ in area.blockers] == ["p", "q", "r", "g"]
    assert is_all_that_is_asked(area.resolution, area.region, *(region for _, region in area.blockers))
    assert not any(meet(a, b) for _, region in area.blockers for a in area.region for b in region)
    by = {name: held(area.resolution, region, FACTS) for name, region in area.blockers}
    assert by == {
        "p": {("true", "true"), ("true", "false")},
        "q": {("true", "true")},
        "r": {("false", "true")},
        "g": {("true", "false")},
    }


def test_the_message_tells_a_part_from_all() -> None:
    (some,) = found_in(QUESTION + "provision p cites l when wet permit carry")
    assert str(some.finding.message) == "`carry` has no answer in part of the cases it is asked in"
    (everything,) = found_in(QUESTION)
    assert str(everything.finding.message) == "`carry` has no answer in any case it is asked in"


def test_a_provision_under_a_reading_that_was_not_chosen_does_not_exist() -> None:
    text = """provision p cites l reading r "so" when wet permit carry
      provision q cites l reading r else "or so" permit carry"""
    assert gap_of(QUESTION + text) == DRY


def test_practice_answers_nothing() -> None:
    text = "document m { practice  issued 2000-01-01  in force from 2000-02-01 }\nprovision p cites m permit carry"
    assert gap_of(QUESTION + text) == EVERYWHERE


def test_where_nothing_can_happen_nothing_is_said() -> None:
    assert found_in(QUESTION + 'never wet because "no"\nnever not wet because "no"') == []


# The silences the shipped rulebook has on record are found again when they are not.

PLANS: dict[str, dict[str, Value]] = {
    "g1": {
        "clearance_mode": "transit", "direction": "import", "released": "true", "from": "4905", "to": "4917",
        "kind": "post_release", "accepted_at": day("2016-03-20"), "departed_at": day("2016-03-20"),
    },
    "g2": {
        "clearance_mode": "regional_integration", "direction": "import", "released": "true", "from": "2248",
        "to": "4917", "kind": "post_release", "accepted_at": day("2017-08-20"), "departed_at": day("2017-08-22"),
    },
    "g8": {
        "clearance_mode": "regional_integration", "direction": "import", "from": "2248", "to": "BLC-A-1",
        "kind": "post_release", "accepted_at": day("2016-03-20"), "departed_at": day("2016-03-21"),
    },
    "g9": {
        "clearance_mode": "regional_integration", "direction": "export", "from": "4917", "to": "2248",
        "kind": "post_release", "accepted_at": day("2016-03-20"), "departed_at": day("2016-03-21"),
    },
}  # fmt: skip
"""A leg of self-transport for each, as the scenarios of the page on known gaps have it."""


def shipped_without(*names: str) -> Rulebook:
    """Load the shipped rulebook without some of its known gaps, and without the register that names them."""
    folder = shipped_folder("rules")
    paths = [path for path in folder.rglob("*") if path.suffix in (".md", ".yaml") and path.name != "sources.yaml"]
    texts = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    page = Path("known-gaps.md").as_posix()
    for name in names:
        texts[page], found = re.subn(rf"(?ms)^known gap {name}(/\S+)? in carriage\n.*?(?=```)", "", texts[page])
        assert found == 1
    book, findings = load_texts(texts)
    assert book is not None, [str(finding.message) for finding in findings]
    return book


@pytest.fixture(scope="module")
def with_and_without() -> tuple[Law, Law]:
    return Law(shipped_without()), Law(shipped_without(*PLANS))


@pytest.mark.parametrize(
    ("facts", "is_gap", "becomes_one"),
    [
        *((PLANS[name], False, True) for name in sorted(PLANS)),
        ({**PLANS["g1"], "from": "4907"}, True, True),
        ({**PLANS["g8"], "to": "BLC-B-1"}, False, False),
    ],
    ids=(*sorted(PLANS), "a gap before", "answered"),
)
def test_a_silence_that_is_not_on_record_any_more_is_found(
    with_and_without: tuple[Law, Law], facts: dict[str, Value], is_gap: bool, becomes_one: bool
) -> None:
    facts = {**facts, "arrangement": "self_transport"}
    for law, expected in zip(with_and_without, (is_gap, becomes_one), strict=True):
        resolution = maps_of(law)("carriage")
        case, region = resolution.case, gap_region(law, resolution)
        box: Box = tuple(
            1 << case.classes(n).place(facts[case.slot(n)[-1]]) if case.slot(n)[-1] in facts else full
            for n, full in enumerate(case.space.full)
        )
        possible = case.both((box,), resolution.asked)
        assert case.happens(possible)
        assert case.is_within(possible, region) is expected
        assert case.meets(possible, region) is expected


SILENT = "question s partial\nprovision p1 cites l article 1 when wet permit s\n" + QUESTION


def test_where_a_tested_question_is_silent_the_verdict_is_open_and_no_gap() -> None:
    # Where it is dry nothing is said of s: the verdict is open then, unless far permits it.
    text = SILENT + "provision p2 cites l article 1 when s is permitted or far permit carry\n"
    assert gap_of(text) == set()
    assert found_in(text) == []


def test_where_no_answer_of_a_tested_question_would_help_it_is_a_gap() -> None:
    text = SILENT + "provision p2 cites l article 1 when s is permitted and far permit carry\n"
    assert gap_of(text) == {("true", "false"), ("false", "false")}
    (found,) = found_in(text)
    (area,) = found.areas
    assert is_all_that_is_asked(area.resolution, area.region, *(region for _, region in area.blockers))
