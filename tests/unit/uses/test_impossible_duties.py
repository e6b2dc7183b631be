"""C104: duties whose every way is forbidden, in which cases, and who is named for it."""

import pytest

from checker.findings import Severity
from checker.logic.area import Found
from checker.rulebook.model import Value
from checker.uses import impossible_duties
from checker.uses.impossible_duties import find_impossible_duties
from tests.unit.uses.regions_held import held, law_of, maps_of

HEAD = """rulebook t { covers from 2016-01-01  reviewed until 2020-12-31
  ranks law > notice  governed by day  roles carrier }
fact day : date
fact wet : boolean
fact way : one of { rail, road, sea }
fact seal : one of { red, blue, none }
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
question fast "Must it go by land?" done when way in { rail, road }
question going "How may it go?" about way
"""
DUTY = "provision must cites l require fast\n"
WAYS: dict[str, tuple[Value, ...]] = {"wet": ("true", "false"), "way": ("rail", "road", "sea")}


def impossible(text: str) -> list[Found]:
    law = law_of(HEAD + text)
    return list(find_impossible_duties(law, maps_of(law)))


def test_both_ways_of_doing_it_are_forbidden_where_it_is_wet() -> None:
    (found,) = impossible(
        DUTY + "provision no_rail cites l when wet forbid going in { rail }\n"
        "provision no_road cites l forbid going in { road }\nprovision no_sea cites l forbid going in { sea }\n"
    )
    assert str(found.finding.message) == (
        "`fast` is required by `must`, and every way of doing it that can be chosen is forbidden by "
        "`no_rail` and `no_road`"
    )
    assert (found.finding.id, found.finding.severity) == ("C104", Severity.ERROR)
    assert found.finding.concerns == ("fast", "must", "no_rail", "no_road")
    (area,) = found.areas
    assert (area.word, area.resolution.question.question.name) == ("required", "fast")
    assert held(area.resolution, area.region, WAYS) == {("true", way) for way in WAYS["way"]}
    assert area.resolution.case.is_within(area.region, area.resolution.asked)


@pytest.mark.parametrize(
    "text",
    [
        DUTY + "provision no_rail cites l forbid going in { rail }",
        DUTY + "provision no_sea cites l forbid going in { sea }",
        DUTY + "provision n cites l when wet forbid going provision y exception to n cites l permit going in { rail }",
        "provision must cites l when wet require fast provision no cites l when not wet forbid going",
        "provision must cites l when way is sea require fast provision n cites l when wet forbid going in { rail }",
        "provision may cites l permit fast provision no cites l forbid going",
        DUTY + "provision no cites l until 2016-01-01 forbid going",
        DUTY + "question other provision no cites l forbid other",
        DUTY + 'never way in { rail, road } because "no" provision no cites l forbid going',
        DUTY + "provision no cites l forbid going provision yes cites l permit going",
    ],
)
def test_a_lawful_way_is_left_or_nothing_is_owed(text: str) -> None:
    assert impossible(text) == []


def test_bans_of_two_questions_close_every_way_together() -> None:
    (found,) = impossible(
        DUTY + "question loud provision no_rail cites l when way is rail forbid loud\n"
        "provision no_road cites l forbid going in { road }\n"
    )
    assert found.finding.concerns == ("fast", "must", "no_rail", "no_road")


def test_another_choice_may_keep_a_way_open() -> None:
    """By road one may go with a red seal, and the seal can be chosen: only where that is said to be so."""
    text = (
        DUTY + "provision no_rail cites l forbid going in { rail }\n"
        "provision no_road cites l when seal is not red forbid going in { road }\n"
    )
    (found,) = impossible(text)
    (area,) = found.areas
    seals: dict[str, tuple[Value, ...]] = {"seal": ("red", "blue", "none")}
    assert held(area.resolution, area.region, seals) == {("blue",), ("none",)}
    assert impossible(text + "question sealing choices seal provision s cites l permit sealing") == []


def test_a_deed_that_turns_on_no_choice_says_nothing() -> None:
    text = (
        "question dry done when not wet provision d cites l require dry provision no cites l when not wet forbid going"
    )
    assert impossible(text) == []


def test_a_duty_on_each_element_and_a_ban_there() -> None:
    text = """record leg { kind : one of { rail, road }  far : boolean }
fact legs : list of leg
question quick for each leg in legs done when leg.kind is rail
question moving for each leg in legs about leg.kind
provision must_leg cites l require quick
provision no_rail cites l when leg.far and leg.kind is rail forbid moving
"""
    (found,) = impossible(text)
    assert found.finding.concerns == ("quick", "must_leg", "no_rail")
    (area,) = found.areas
    assert held(area.resolution, area.region, {"leg.far": ("true", "false")}) == {("true",)}


def test_a_ban_that_hangs_on_a_tested_question() -> None:
    text = (
        DUTY
        + """question danger provision d cites l when wet require danger
provision calm cites l when not wet exempt danger
provision no cites l when danger is required forbid going
"""
    )
    (found,) = impossible(text)
    assert found.finding.concerns == ("fast", "must", "no")
    (area,) = found.areas
    assert held(area.resolution, area.region, {"wet": ("true", "false")}) == {("true",)}


def test_codes_that_are_compared_are_chosen_as_they_may_be() -> None:
    """Declared at home nothing is forbidden, and home can be chosen wherever it lies."""
    text = """kinds place { north  south }
fact home : place
fact here : place
question near done when here is home
question declaring about here
provision must_near cites l require near
provision no_south cites l when here is south forbid declaring
"""
    (found,) = impossible(text)
    (area,) = found.areas
    homes: dict[str, tuple[Value, ...]] = {"home": ("north", "south")}
    assert held(area.resolution, area.region, homes) == {("south",)}


def test_what_hangs_on_a_quantity_that_is_chosen_is_not_decided() -> None:
    text = """fact load : integer 0..9
fact room : integer 0..9
question light done when load + room < 9
question loading choices load
provision must_light cites l require light
provision no_load cites l when load > 3 forbid loading
"""
    (found,) = impossible(text)
    assert (found.finding.id, found.areas) == ("A102", ())
    assert str(found.finding.message) == (
        "whether `light` can be done beside the bans of `loading` is not decided: a quantity hangs on what is chosen"
    )


def test_a_search_given_up_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(impossible_duties, "MOST_WAYS", 0)
    (found,) = impossible(DUTY + "provision no cites l when wet forbid going")
    assert (found.finding.id, found.areas) == ("A102", ())
    assert str(found.finding.message).endswith("is not decided: the lawful ways are too many to look through")
