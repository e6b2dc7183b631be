"""The timeline of `carriage` from 2014 on against what SOURCES says, worked out by hand.

What follows from the timeline of supersession, SOURCES section 7, for who may carry goods to or from a zone:

| Section 7 | What it does to carriage |
|---|---|
| 2014-07-01, 2014-09-22, 2014-12-01 (Yangtze), 2015-05-01 | nothing: modes and places of declaration |
| 2014-12, announcement 83 | IA-83-3: between two special areas a firm carries itself; the day lies in December |
| 2015-10, announcement 47 | A47-4a: imports under regional integration, into an area or B centre; by the 12th |
| 2016-03-16, notice of Changsha | nothing: it clarifies, and is no law |
| 2016-12-30, announcement 86 | IA-86-2: as IA-83-3, B centres too |
| 2017-07-01, national integration | nothing: it says nothing of the leg; goods in that mode begin to exist |
| 2017-08-22, announcement 38 | A47-4a is repealed; nothing took its place (G2) |
| 2018-01-01, closed list; 2018-02-01, order 235 | nothing: which goods go on transit, and the seal |
| 2018-06, announcement 52 | nothing that was read: whether it keeps own transport is not known |
| 2018-12-14, exit before declaration | nothing: silent on the vehicle (G9) |
| 2019-08-24 to 2026-04-01 | nothing: declaration, credit, zones, duties |

Section 7 leaves out two texts that section 6.4 has: the Shanghai regulation of 2014-07-25 (FT-1), in force within the
year, on a day not recorded, and that of Chongqing, in force from 2019-11-01 (FT-2). Both permit own transport outside
transit where customs has admitted it (K4). So there are three flips more than section 7 tells of, and these are right.

All of it concerns own transport outside transit alone: on transit order 89 answers throughout, and the measures on
export processing zones and bonded zones stand above the announcements (K2, K3). A day not known makes two dates: the
first on which the text may have begun, and the one by which it has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from msgspec import Struct

from checker.logic.horizon import over_all_cases
from checker.project.laws import open_law
from checker.regions import Region
from checker.rulebook.days import read_day, write_day
from checker.rulebook.model import ABSENT, Value
from checker.uses.timelines import Line, QuestionTimeline, TextChange, timeline_of

RULES = Path(__file__).parents[3] / "rules"
GOVERNED_BY = ("leg.departed_at", "decl.accepted_at")

AREAS = {"2246": "logistics_park", "4917": "comprehensive", "BZ-1": "bonded_zone", "EPZ-1": "export_processing_zone"}
CENTRES = {"BLC-B-1": "centre_b"}
IN_CHONGQING = "CBZ-CQ-1"
STORES = {"BLC-A-1": "centre_a"}
ELSEWHERE = {"2248": "port", "4905": "release_site"}
AREAS[IN_CHONGQING] = "comprehensive"
PLACES = (*AREAS, *CENTRES, *STORES, *ELSEWHERE)
BONDED = {*AREAS, *CENTRES, *STORES}
MODES = ("port_clearance", "transit", "regional_integration", "national_integration")
KINDS = ("post_release", "inter_area", "transit")


class Leg(Struct, frozen=True):
    """A leg as far as any text on who carries looks at it; the last three say whether a text had begun in its band."""

    start: str
    end: str
    mode: str
    direction: str
    released: str
    kind: str
    by: str
    in_free_trade_zone: str
    in_chongqing: str
    filed: str
    shanghai: str
    announcement_83: str
    announcement_47: str


FACTS = {
    "leg.from": PLACES,
    "leg.to": PLACES,
    "decl.clearance_mode": MODES,
    "decl.direction": ("import", "export"),
    "decl.released": ("true", "false"),
    "leg.kind": KINDS,
    "leg.arrangement": ("self_transport", "registered_carrier"),
    "leg.shanghai_ftz": ("true", "false"),
    "leg.chongqing_ftz": ("true", "false"),
    "leg.self_transport_filed": ("true", "false"),
    "shanghai_ftz_regulation": ("true", "false"),
    "gacc_2014_83": ("true", "false"),
    "gacc_2015_47": ("true", "false"),
}
SHORTER = {"leg.arrangement": ("self_transport",), "leg.kind": ("post_release", "inter_area")}
"""Legs of own transport outside transit: for the others no text changes anything, which is tried apart."""

BANDS = ("shanghai_ftz_regulation", "gacc_2014_83", "gacc_2015_47")
MATTERING = {
    "2014-07-25": BANDS[:1], "2014-12-01": BANDS[:2], "2015-01-01": BANDS[:2], "2015-10-01": BANDS[2:],
    "2015-10-12": BANDS[2:],
}  # fmt: skip
"""The texts whose beginning is in doubt on a date or the day before it."""

Says = Callable[[Leg], bool]
Limits = tuple[tuple[int, int], ...]
"""Dimensions, each with the class a leg lies in."""


# What the texts say, by the ids of SOURCES.


def is_left_to_announcements(leg: Leg) -> bool:
    """Own transport outside transit, of a zone, that no text of higher rank closes."""
    asked = bool({leg.start, leg.end} & BONDED)
    ep_39a = leg.start == "EPZ-1"
    bz_15 = {leg.start, leg.end} in ({"BZ-1", "2248"}, {"BZ-1"})
    outside_transit = leg.by == "self_transport" and leg.kind != "transit"
    return asked and outside_transit and not ep_39a and not bz_15


def ft_1(leg: Leg) -> bool:
    return "2246" in (leg.start, leg.end) and leg.in_free_trade_zone == leg.filed == "true"


def ft_2(leg: Leg) -> bool:
    return IN_CHONGQING in (leg.start, leg.end) and leg.in_chongqing == leg.filed == "true"


def ia_83_3(leg: Leg) -> bool:
    return leg.kind == "inter_area" and leg.start in AREAS and leg.end in AREAS


def a47_4a(leg: Leg) -> bool:
    return leg.mode == "regional_integration" and leg.direction == "import" and leg.end in {*AREAS, *CENTRES}


def ia_86_2(leg: Leg) -> bool:
    return leg.kind == "inter_area" and {leg.start, leg.end} <= {*AREAS, *CENTRES}


def g1(leg: Leg) -> bool:
    return leg.mode == "transit" and leg.released == "true" and leg.start == "4905" and leg.end in AREAS


def g2(leg: Leg) -> bool:
    integrated = leg.mode in ("regional_integration", "national_integration")
    return integrated and leg.direction == "import" and leg.end in {*AREAS, *CENTRES}


def g8(leg: Leg) -> bool:
    return leg.mode == "regional_integration" and leg.end in STORES


def g9(leg: Leg) -> bool:
    return leg.direction == "export" and leg.start in {"2246", "4917", IN_CHONGQING} and leg.end not in BONDED


def is_recorded(leg: Leg) -> bool:
    """Whether the silence was on record before 2017-08-22."""
    return g1(leg) or g8(leg) or g9(leg)


def is_recorded_now(leg: Leg) -> bool:
    """Whether it is since."""
    return is_recorded(leg) or g2(leg)


def had_begun(leg: Leg) -> tuple[bool, bool, bool]:
    """In their bands: whether the Shanghai regulation, announcement 83 and announcement 47 had begun, and permit."""
    shanghai = ft_1(leg) and leg.shanghai == "true"
    return shanghai, ia_83_3(leg) and leg.announcement_83 == "true", a47_4a(leg) and leg.announcement_47 == "true"


def is_certain_since_2015(leg: Leg) -> bool:
    """Whether the Shanghai regulation or announcement 83 permits, and neither had begun to."""
    return (ft_1(leg) or ia_83_3(leg)) and not any(had_begun(leg)[:2])


def ft_2_alone(leg: Leg) -> bool:
    """Whether the Chongqing regulation permits what nothing did before."""
    return ft_2(leg) and not ft_1(leg) and not ia_86_2(leg)


# date: what was and what is decided, and of which of the legs that are left to the announcements.
FLIPS: dict[str, dict[tuple[str, str], Says]] = {
    "2014-07-25": {
        ("gap", "permitted"): lambda leg: had_begun(leg)[0] and not is_recorded(leg),
        ("known-gap", "permitted"): lambda leg: had_begun(leg)[0] and is_recorded(leg),
    },
    "2014-12-01": {("gap", "permitted"): lambda leg: had_begun(leg)[1] and not had_begun(leg)[0]},
    "2015-01-01": {
        ("gap", "permitted"): lambda leg: is_certain_since_2015(leg) and not is_recorded(leg),
        ("known-gap", "permitted"): lambda leg: is_certain_since_2015(leg) and is_recorded(leg),
    },
    "2015-10-01": {("gap", "permitted"): lambda leg: had_begun(leg)[2] and not ft_1(leg) and not ia_83_3(leg)},
    "2015-10-12": {
        ("gap", "permitted"): lambda leg: a47_4a(leg) and not had_begun(leg)[2] and not ft_1(leg) and not ia_83_3(leg),
    },
    "2016-12-30": {
        ("gap", "permitted"): lambda leg: ia_86_2(leg) and not ft_1(leg) and not ia_83_3(leg) and not a47_4a(leg),
    },
    "2017-08-22": {
        ("permitted", "known-gap"): lambda leg: a47_4a(leg) and not ft_1(leg) and not ia_86_2(leg),
        ("gap", "known-gap"): lambda leg: g2(leg) and not a47_4a(leg) and not ft_1(leg) and not ia_86_2(leg),
    },
    "2019-11-01": {
        ("gap", "permitted"): lambda leg: ft_2_alone(leg) and not is_recorded_now(leg),
        ("known-gap", "permitted"): lambda leg: ft_2_alone(leg) and is_recorded_now(leg),
    },
}  # fmt: skip

# date: the texts that come and leave, by SOURCES 4 to 6.
TEXTS = {
    "2014-07-25": [("band", "shanghai_ftz_regulation", ("ft_1",))],
    "2014-12-01": [("band", "gacc_2014_83", ("ia_83_3",))],
    "2015-01-01": [("begun", "gacc_2014_83", ("ia_83_3",)), ("begun", "shanghai_ftz_regulation", ("ft_1",))],
    "2015-10-01": [("band", "gacc_2015_47", ("a47_4a",))],
    "2015-10-12": [("begun", "gacc_2015_47", ("a47_4a",))],
    "2016-12-30": [("came", "gacc_2016_86", ("ia_86_2",))],
    "2017-08-22": [("left", "gacc_2015_47", ("a47_4a",))],
    "2019-11-01": [("came", "chongqing_ftz_regulation", ("ft_2",))],
}


@cache
def timeline() -> QuestionTimeline:
    law, findings = open_law(RULES, None)
    assert law is not None, findings
    return timeline_of(law, over_all_cases(law, "carriage"))


def line_of(fact: str) -> Line:
    return next(line for line in timeline().lines if line.axis.fact.label == fact)


def dated(line: Line) -> dict[str, dict[tuple[str, str], Region]]:
    """Return what is decided otherwise on the dates of a line since 2014."""
    found: dict[str, dict[tuple[str, str], Region]] = {}
    for turn in line.turns:
        if turn.changes and turn.date >= read("2014-01-01"):
            pairs = [(each.difference.before, each.difference.after) for each in turn.changes]
            assert all(len(before) == len(after) == 1 for before, after in pairs)
            words = [(before[0].word, after[0].word) for before, after in pairs]
            found[write_day(turn.date)] = {
                word: each.difference.region for word, each in zip(words, turn.changes, strict=True)
            }
    return found


def read(text: str) -> int:
    day = read_day(text)
    assert isinstance(day, int)
    return day


def legs(governed_by: str, bands: tuple[str, ...]) -> Iterator[tuple[Leg, Limits]]:
    """Go through the legs that are tried, with the classes they lie in; `bands` are those that may matter."""
    case = timeline().resolution.case
    places = {case.field(number).label: number for number in case.dimensions}
    known: dict[str, Value] = {} if governed_by == "leg.departed_at" else {"leg.departed_at": ABSENT}
    certain = {label: ("true",) for label in BANDS if label not in bands}
    for values in product(*({**FACTS, **SHORTER, **certain}).values()):
        limits = {**known, **dict(zip(FACTS, values, strict=True))}
        classes = ((places[label], case.classes(places[label]).place(value)) for label, value in limits.items())
        yield Leg(*values), tuple((number, 1 << place) for number, place in classes)


def holds(region: Region, limits: Limits) -> bool:
    return any(all(own[number] & mask for number, mask in limits) for own in region)


def is_possible(leg: Leg, date: str, governed_by: str) -> bool:
    """National integration begins on 2017-07-01: goods declared before cannot be in it."""
    return leg.mode != "national_integration" or governed_by == "leg.departed_at" or date > "2017-07-01"


@pytest.mark.parametrize("governed_by", GOVERNED_BY)
def test_the_dates_are_those_that_the_sources_imply(governed_by: str) -> None:
    found = dated(line_of(governed_by))
    assert {date: set(changes) for date, changes in found.items()} == {d: set(flips) for d, flips in FLIPS.items()}


@pytest.mark.parametrize("governed_by", GOVERNED_BY)
def test_each_text_is_named_on_its_date(governed_by: str) -> None:
    turns = (turn for turn in line_of(governed_by).turns if turn.changes)
    named = {write_day(turn.date): [(t.form, t.document, t.provisions) for t in turn.texts] for turn in turns}
    assert {date: texts for date, texts in named.items() if date > "2014"} == TEXTS


def test_the_repeal_is_told_with_the_text_that_repeals() -> None:
    (turn,) = (turn for turn in line_of("leg.departed_at").turns if turn.date == read("2017-08-22"))
    (text,) = turn.texts
    assert isinstance(text, TextChange)
    assert (text.how, text.by) == ("repeal", "gacc_2017_38 item 4")


@pytest.mark.parametrize("governed_by", GOVERNED_BY)
@pytest.mark.parametrize("date", FLIPS)
def test_the_cases_are_those_that_the_sources_imply(date: str, governed_by: str) -> None:
    regions = dated(line_of(governed_by))[date]
    tried = 0
    for leg, limits in legs(governed_by, MATTERING.get(date, ())):
        possible = is_left_to_announcements(leg) and is_possible(leg, date, governed_by)
        right = {pair for pair, says in FLIPS[date].items() if possible and says(leg)}
        assert {pair for pair, region in regions.items() if holds(region, limits)} == right, leg
        tried += bool(right)
    assert tried


@pytest.mark.parametrize("governed_by", GOVERNED_BY)
def test_nothing_changes_for_others_who_carry_and_on_transit(governed_by: str) -> None:
    case = timeline().resolution.case
    places = {case.field(number).label: number for number in case.dimensions}
    own = case.classes(places["leg.arrangement"]).place("self_transport")
    transit = case.classes(places["leg.kind"]).place("transit")
    for changes in dated(line_of(governed_by)).values():
        for region in changes.values():
            assert {box[places["leg.arrangement"]] for box in region} == {1 << own}
            assert not any(box[places["leg.kind"]] >> transit & 1 for box in region)
