"""The parts of a question: what is decided where, by whom, and what is on record; and together all that is asked."""

import pytest

from checker.logic.decisions import Decision
from checker.logic.horizon import over_all_cases
from checker.uses.tables import divided
from tests.unit.answers.tabled import YARD, law_of
from tests.unit.uses.regions_held import Values, day, held, is_all_that_is_asked

DAYS = (day("2015-01-01"), day("2017-12-31"), day("2018-01-01"))
PERMITTED, BY_KEEPER = Decision("permitted"), Decision("permitted", by=("keeper",))


@pytest.mark.parametrize("question", ["enter", "search", "class"])
def test_the_parts_are_all_that_is_asked(question: str) -> None:
    law = law_of()
    resolution = over_all_cases(law, question)
    parts = divided(law, resolution)
    assert is_all_that_is_asked(resolution, *(part.region for part in parts))
    sizes = [resolution.case.size(part.region) for part in parts]
    assert sum(sizes) == resolution.case.size(resolution.asked)
    assert 0 not in sizes


def test_each_part_has_one_decision_and_its_reasons() -> None:
    """By hand: permissions first, then discretion, gap, known gap."""
    law = law_of()
    parts = divided(law, over_all_cases(law, "enter"))
    assert [(part.held, part.winners, part.gaps) for part in parts] == [
        ((PERMITTED,), ("by_rail",), ()),
        ((BY_KEEPER,), ("sealed_goods",), ()),
        ((BY_KEEPER,), ("by_rail", "sealed_goods"), ()),
        ((Decision("discretion", left_to=("keeper",)),), ("by_ship",), ()),
        ((Decision("gap"),), (), ()),
        ((Decision("known-gap"),), (), ("light",)),
    ]


def test_a_part_holds_the_cases_that_are_decided_so() -> None:
    law = law_of()
    resolution = over_all_cases(law, "enter")
    rail = divided(law, resolution)[0]
    facts: Values = {"day": DAYS, "way": ("road", "rail", "ship"), "sealed": ("true", "false"), "tonnes": (0, 50)}
    assert held(resolution, rail.region, facts) == {(DAYS[2], "rail", "false", tonnes) for tonnes in (0, 50)}


def test_silence_with_a_meaning_is_decided_by_nobody() -> None:
    law = law_of()
    duty, silence = divided(law, over_all_cases(law, "search"))
    assert duty.held == (Decision("required", by=("keeper",), due=("within 2 days after day",)),)
    assert (silence.held, silence.winners, silence.gaps) == ((Decision("not-required"),), (), ())


def test_clashing_provisions_are_the_reasons_of_a_conflict() -> None:
    law = law_of(YARD + "provision not_sealed cites act item 1 when tonnes > 50 forbid enter\n")
    (conflict,) = (part for part in divided(law, over_all_cases(law, "enter")) if part.held[0].word == "conflict")
    assert conflict.winners == ("not_sealed", "sealed_goods")


def test_known_gaps_that_speak_of_the_same_case_are_named_together() -> None:
    further = 'known gap road in enter when way is road and tonnes < 50 because "nor this"\n'
    law = law_of(YARD + further)
    gaps = [part.gaps for part in divided(law, over_all_cases(law, "enter")) if part.held[0].word == "known-gap"]
    assert gaps == [("light", "road"), ("road",)]
