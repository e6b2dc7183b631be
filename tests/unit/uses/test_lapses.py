"""G102: gaps in time; which days are which kind is counted by hand."""

import pytest

from checker.logic.area import Found
from checker.uses.lapses import find_temporal_gaps, temporal_gaps
from tests.unit.uses.regions_held import ABSENT, Values, day, held, law_of, maps_of

HEAD = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31
  ranks law > notice  governed by day  roles customs }
fact day : date
fact wet : boolean
document old { rank notice  issuer gacc  issued 2005-01-01  in force from 2005-01-01 }
document new { rank notice  issuer gacc  issued 2015-01-01  in force from 2015-01-01 }
document end { rank notice  issuer gacc  issued 2012-01-01  in force from 2012-01-01 }
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-01-01 }
"""
QUESTION = "question carry\n"
ENDED = "repeal old by end item 3 from 2012-01-01\n"
DAYS = {
    text: day(text) for text in ("2009-12-31", "2010-01-01", "2011-12-31", "2012-01-01", "2014-12-31", "2015-01-01")
}
FIRST, GONE, LAST_BEFORE, CAME = (DAYS[d] for d in ("2010-01-01", "2012-01-01", "2014-12-31", "2015-01-01"))
NOTHING: dict[str, set[tuple[object, ...]]] = {"hole": set(), "expired": set(), "not yet": set()}


def lapses_of(text: str, *, wet: tuple[str, ...] = ("true", "false")) -> dict[str, set[tuple[object, ...]]]:
    """Return the temporal gaps of the question `carry`, by `day` and `wet`."""
    law = law_of(HEAD + text)
    resolution = maps_of(law)("carry")
    found = temporal_gaps(law, resolution)
    facts: Values = {"day": [*DAYS.values(), day("2020-12-31"), day("2021-01-01")], "wet": wet}
    return {kind: set(held(resolution, region, facts)) for kind, region in found.items()}


def found_in(text: str) -> list[Found]:
    law = law_of(HEAD + text)
    return list(find_temporal_gaps(law, maps_of(law)))


def on(*days: int, wet: tuple[str, ...] = ("true", "false")) -> set[tuple[object, ...]]:
    return {(each, value) for each in days for value in wet}


BEFORE, BETWEEN = (DAYS["2010-01-01"], DAYS["2011-12-31"]), (GONE, LAST_BEFORE)
AFTER = (CAME, day("2020-12-31"))
OLD, NEW = "provision a cites old permit carry\n", "provision b cites new permit carry\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", NOTHING),
        ("provision c cites l when wet permit carry", NOTHING),
        (NEW, {"not yet": on(*BEFORE, *BETWEEN)}),
        (ENDED + OLD, {"expired": on(*BETWEEN, *AFTER)}),
        (ENDED + OLD + NEW, {"hole": on(*BETWEEN)}),
        (ENDED + "provision a cites old when wet permit carry\n" + NEW, {
            "hole": on(*BETWEEN, wet=("true",)), "not yet": on(*BEFORE, *BETWEEN, wet=("false",)),
        }),
        (ENDED + OLD + "provision b cites new when wet permit carry\n", {
            "hole": on(*BETWEEN, wet=("true",)), "expired": on(*BETWEEN, *AFTER, wet=("false",)),
        }),
        (ENDED + "provision a cites old leave carry to customs\n" + NEW, {"hole": on(*BETWEEN)}),
        (ENDED + OLD + "provision c cites old forbid carry\n" + NEW, {"hole": on(*BETWEEN)}),
        (ENDED + OLD + NEW + 'known gap g in carry when wet because "-"', {"hole": on(*BETWEEN, wet=("false",))}),
        (ENDED + OLD + NEW + 'never wet and day >= 2012-01-01 because "-"', {
            "hole": on(*BETWEEN, wet=("false",)),
        }),
        (ENDED + OLD + NEW + 'never wet and day >= 2015-01-01 because "-"', {
            "hole": on(*BETWEEN, wet=("false",)), "expired": on(*BETWEEN, wet=("true",)),
        }),
        ("provision a cites l when day < 2012-01-01 or day >= 2015-01-01 permit carry", {"hole": on(*BETWEEN)}),
    ],
)  # fmt: skip
def test_a_gap_is_one_in_time_where_other_days_have_an_answer(
    text: str, expected: dict[str, set[tuple[object, ...]]]
) -> None:
    assert lapses_of(QUESTION + text) == {**NOTHING, **expected}


def test_an_answer_outside_what_is_covered_or_asked_does_not_count() -> None:
    ended = "repeal old by end item 3 from 2010-01-01\n"
    assert lapses_of(QUESTION + ended + OLD) == NOTHING
    assert lapses_of("question carry within day >= 2012-01-01\n" + ENDED + OLD + NEW) == {
        **NOTHING,
        "not yet": on(*BETWEEN),
    }


ELSE = """fact sent : date optional
question carry governed by sent else day
"""


def test_a_case_is_dated_by_the_first_date_that_is_there() -> None:
    law = law_of(HEAD + ELSE + ENDED + OLD + NEW)
    resolution = maps_of(law)("carry")
    found = temporal_gaps(law, resolution)
    days = [DAYS["2010-01-01"], GONE, CAME]
    facts: Values = {"sent": [*days, ABSENT], "day": days}
    assert set(held(resolution, found["hole"], facts)) == {*((GONE, d) for d in days), (ABSENT, GONE)}
    assert found["expired"] == found["not yet"] == ()


def test_dating_it_otherwise_changes_what_another_question_answers() -> None:
    # `ask` is permitted before 2012 and forbidden from then on; `carry` hangs on that alone.
    text = """question ask
      provision y cites l when day < 2012-01-01 permit ask  provision n cites l when day >= 2012-01-01 forbid ask
      question carry  provision c cites l when ask is permitted permit carry"""
    assert lapses_of(text) == {**NOTHING, "expired": on(*BETWEEN, *AFTER)}


def test_quantities_reckoned_from_the_date_stay_what_they_are() -> None:
    # A case of 2012 or later with `sent` after `day` has `sent` fixed, so that an earlier day leaves it after `day`.
    text = "fact sent : date\n" + QUESTION + ENDED + "provision a cites old when sent > day permit carry"
    law = law_of(HEAD + text)
    resolution = maps_of(law)("carry")
    found = temporal_gaps(law, resolution)
    assert found["hole"] == found["not yet"] == ()
    ordered = [n for n in resolution.case.dimensions if resolution.case.field(n).addends]
    assert len(ordered) == 1
    assert found["expired"]
    # `day` first, `sent` second: wherever the order is told, it is that `sent` is later.
    (order,) = ordered
    masks = {box[order] for box in found["expired"]}
    held_by = {box[order] for box in resolution.standing["a", 0]}
    assert masks <= held_by


def test_a_case_that_cannot_be_dated_otherwise_is_no_temporal_gap() -> None:
    # What is sent from June 2015 on, within 30 days of `day`, has a `day` in 2015 at the earliest: `old` had gone.
    scope = "within sent - day <= 30 days and sent >= 2015-06-01"
    assert found_in(f"fact sent : date\nquestion carry {scope}\n{ENDED}{OLD}") == []
    wider = scope.replace("30 days", "3000 days")
    (expired,) = found_in(f"fact sent : date\nquestion carry {wider}\n{ENDED}{OLD}")
    assert [str(remark) for area in expired.areas for remark in area.remarks] == [
        "`old` left on 2012-01-01 (repealed by `end item 3`)"
    ]


def test_each_kind_weighs_what_it_does_and_names_the_texts() -> None:
    (hole,) = found_in(QUESTION + ENDED + OLD + NEW)
    assert hole.finding.severity.value == "error"
    assert hole.finding.concerns == ("carry", "a", "b")
    (area,) = hole.areas
    assert area.word == "gap"
    assert [str(remark) for remark in area.remarks] == [
        "`old` left on 2012-01-01 (repealed by `end item 3`)",
        "`new` came on 2015-01-01",
    ]
    assert [str(related.message) for related in hole.finding.related] == ["it ends here"]
    (expired,) = found_in(QUESTION + ENDED + OLD)
    assert expired.finding.severity.value == "warning"
    (not_yet,) = found_in(QUESTION + NEW)
    assert not_yet.finding.severity.value == "info"
    assert [[str(r) for r in a.remarks] for a in not_yet.areas] == [["`new` came on 2015-01-01"]]


def test_each_pair_of_texts_has_an_area_of_its_own() -> None:
    text = """document last { rank notice  issuer gacc  issued 2016-01-01  in force from 2016-01-01 }
provision a cites old permit carry
provision b cites new when wet permit carry
provision c cites last when not wet permit carry
"""
    (hole,) = found_in(QUESTION + ENDED + text)
    facts = {"day": [GONE, CAME], "wet": ("true", "false")}
    assert {str(area.remarks[-1]): set(held(area.resolution, area.region, facts)) for area in hole.areas} == {
        "`new` came on 2015-01-01": {(GONE, "true")},
        "`last` came on 2016-01-01": {(GONE, "false"), (CAME, "false")},
    }


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        (OLD.replace("cites old", "cites old until 2012-01-01"), "`old` left on 2012-01-01, as it states itself"),
        (
            OLD + "provision a2 replaces a by end item 1 cites old when wet and not wet permit carry",
            "`old` left on 2012-01-01 (replaced by `a2`)",
        ),
        (
            OLD + "provision x exception to a cites old when day >= 2012-01-01 leave carry open",
            "`a` gives no answer any more from 2012-01-01",
        ),
    ],
)
def test_how_a_text_left(text: str, remark: str) -> None:
    (expired,) = found_in(QUESTION + text)
    assert [[str(r) for r in area.remarks] for area in expired.areas] == [[remark]]


def test_what_begins_to_answer_by_its_own_condition_is_no_text_that_came() -> None:
    (not_yet,) = found_in(QUESTION + "provision a cites l when day >= 2015-01-01 permit carry")
    assert [[str(r) for r in area.remarks] for area in not_yet.areas] == [["`a` answers from 2015-01-01"]]


def test_partial_questions_may_have_holes_only_and_a_silence_with_a_meaning_none() -> None:
    assert [len(found_in(f"question carry partial\n{text}")) for text in (ENDED + OLD, NEW)] == [0, 0]
    (hole,) = found_in("question carry partial\n" + ENDED + OLD + NEW)
    assert hole.finding.severity.value == "error"
    assert found_in("question carry silence means forbidden\n" + ENDED + OLD + NEW) == []
