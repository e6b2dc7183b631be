"""`allow … when`: the cases that are allowed leave a finding, and the others stay in it; cases are counted by hand."""

import pytest

from checker.answers.allowing import Allowed, allowing, doubtful
from checker.findings import Finding
from checker.logic.area import Found
from checker.logic.horizon import Maps
from checker.uses.conflicts import find_conflicts
from checker.uses.gaps import find_gaps
from checker.uses.masked import find_masked
from checker.uses.recorded import find_recorded
from tests.unit.uses.regions_held import held, is_all_that_is_asked, law_of, maps_of

HEAD = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31
  ranks law  governed by day  roles carrier }
fact day : date
fact wet : boolean
fact far : boolean
record leg { steep : boolean }
fact legs : list of leg
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
"""
WET = "question carry\nprovision p cites l when wet permit carry\n"
"""One question, with a gap wherever it is dry."""
BOTH = ("true", "false")
FACTS = {"wet": BOTH, "far": BOTH}
DRY_AND_FAR, DRY_AND_NEAR = ("false", "true"), ("false", "false")
SEARCHES = {"G101": find_gaps, "G104": find_recorded, "C101": find_conflicts, "R102": find_masked}


class Tried:
    """What is allowed of the findings of one id in a small rulebook, and what is left."""

    def __init__(self, text: str, id_: str = "G101") -> None:
        law = law_of(HEAD + text)
        maps: Maps = maps_of(law)
        every = list(SEARCHES[id_](law, maps))
        self.allowed: tuple[Allowed, ...]
        self.left: tuple[Found, ...]
        self.allowed, self.left = allowing(law.book, every)
        self.doubts: list[Finding] = list(doubtful(law.book, every, {id_}))

    def cases(self) -> list[set[tuple[object, ...]]]:
        """Return the cases of each area that is left."""
        return [set(held(area.resolution, area.region, FACTS)) for found in self.left for area in found.areas]

    def by(self) -> list[str]:
        """Return the reasons of what is allowed."""
        return [allowed.by.because for allowed in self.allowed]

    def ids(self) -> list[str]:
        """Return what is reported of the allowances."""
        return [finding.id for finding in self.doubts]


@pytest.mark.parametrize(
    ("allow", "left", "by", "doubts"),
    [
        ("", [{DRY_AND_FAR, DRY_AND_NEAR}], [], []),
        ("when far", [{DRY_AND_NEAR}], [], []),
        ("when far or wet", [{DRY_AND_NEAR}], [], []),
        ("when not wet and not far", [{DRY_AND_FAR}], [], []),
        ("when not wet", [], ["0"], []),
        ("when day >= 2010-01-01", [], ["0"], []),
        ("when wet", [{DRY_AND_FAR, DRY_AND_NEAR}], [], ["D401"]),
        ("when day < 2010-01-01", [{DRY_AND_FAR, DRY_AND_NEAR}], [], ["D401"]),
        ("when far until 2020-12-31", [{DRY_AND_FAR, DRY_AND_NEAR}], [], ["D402"]),
        ("when far until 2021-01-01", [{DRY_AND_NEAR}], [], []),
        ("when far|when not far", [], ["1"], []),
        ("when far|when wet", [{DRY_AND_NEAR}], [], ["D401"]),
        ("when far|", [], ["1"], []),
        ("|when far", [], ["0"], []),
    ],
)
def test_the_cases_in_which_the_condition_holds_are_allowed(
    allow: str, left: list[set[tuple[str, str]]], by: list[str], doubts: list[str]
) -> None:
    written = [f'allow G101 on carry {each} because "{n}"\n' for n, each in enumerate(allow.split("|"))]
    tried = Tried(WET + "".join(written if allow else []))
    assert (tried.cases(), tried.by(), tried.ids()) == (left, by, doubts)


def test_what_is_left_and_what_holds_the_rest_are_all_that_is_asked() -> None:
    (found,) = Tried(WET + 'allow G101 on carry when far because "so"').left
    (area,) = found.areas
    names, regions = zip(*area.blockers, strict=True)
    assert is_all_that_is_asked(area.resolution, area.region, *regions)
    assert names == ("p", "")
    assert set(held(area.resolution, regions[1], FACTS)) == {DRY_AND_FAR}
    assert not area.contrary  # the rest is not all answered


def test_what_names_nobody_for_the_rest_goes_on_naming_nobody() -> None:
    text = "question carry\nprovision p cites l permit carry\nprovision q cites l forbid carry\n"
    (found,) = Tried(f'{text}allow C101 between carry and q when far because "so"', "C101").left
    (area,) = found.areas
    assert area.blockers == ()
    assert set(held(area.resolution, area.region, FACTS)) == {(wet, "false") for wet in BOTH}


@pytest.mark.parametrize(
    ("allow", "left", "idle"),
    [
        ("on carry when far", ["carry", "store"], []),
        ("on carry when not wet", ["store"], []),
        ("on carry, store when not wet", [], []),
        ("on carry, store when far", ["carry", "store"], []),
        ("on carry, store when wet and far", ["carry", "store"], [("carry", "store")]),
        ("on carry, other when not wet", ["store"], [("other",)]),
        ("on store, carry when far and wet or not wet and not far", ["carry", "store"], []),
        ("between carry and p when far", ["carry", "store"], [("carry", "p")]),
    ],
)
def test_a_condition_is_read_for_each_question(allow: str, left: list[str], idle: list[tuple[str, ...]]) -> None:
    text = (
        "question carry question store question other partial\n"
        "provision p cites l when wet permit carry permit store permit other\n"
    )
    tried = Tried(f'{text}allow G101 {allow} because "so"')
    assert [found.finding.concerns[0] for found in tried.left] == left
    assert [finding.concerns for finding in tried.doubts] == idle


def test_of_several_areas_those_of_its_questions_are_cut() -> None:
    text = (
        "question carry question store\nprovision p cites l permit carry permit store\n"
        'provision q cites l overrides p because "stricter" forbid carry forbid store\n'
    )
    tried = Tried(f'{text}allow R102 between carry and p when far because "so"', "R102")
    (found,) = tried.left
    cases = {a.resolution.question.question.name: held(a.resolution, a.region, FACTS) for a in found.areas}
    assert cases["carry"] == {(wet, "false") for wet in BOTH}
    assert cases["store"] == {(wet, far) for wet in BOTH for far in BOTH}
    assert tried.ids() == []


def test_of_a_known_gap_what_is_answered_can_be_allowed() -> None:
    gap = 'known gap g in carry when far because "no"\n'
    tried = Tried(f'{WET}{gap}allow G104 on carry when wet because "so"', "G104")
    assert (tried.left, tried.by()) == ((), ["so"])
    (found,) = Tried(f'{WET}{gap}allow G104 on carry when wet and not far because "so"', "G104").left
    assert [area.aside for area in found.areas] == [False, True]


def test_elements_of_a_list() -> None:
    text = "question drive for each leg in legs\nprovision p cites l when wet permit drive\n"
    tried = Tried(f'{text}allow G101 on drive when leg.steep or far because "so"')
    (found,) = tried.left
    (area,) = found.areas
    facts = {"wet": BOTH, "far": BOTH, "leg.steep": BOTH}
    assert held(area.resolution, area.region, facts) == {("false", "false", "false")}


def test_the_answer_to_another_question() -> None:
    text = "question store partial\nprovision s cites l when far permit store\n"
    tried = Tried(f'{WET}{text}allow G101 on carry when store is permitted because "so"')
    assert tried.cases() == [{DRY_AND_NEAR}]


def test_what_is_not_there_in_any_of_the_cases_is_said_so() -> None:
    (doubt,) = Tried(WET + 'allow G101 on carry when wet because "so"').doubts
    assert str(doubt.message) == "there is no `G101` (gap) to allow on `carry` in any of these cases"
