"""The questions the law was first encoded for, asked of the shipped rulebook.

Each test writes its plan out and expects what the sources give; the pages under `rules/` say why.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from checker.answers.compose import check_plan
from checker.answers.dossier import SubjectVerdict
from checker.logic import Law
from checker.plan import read_plans
from checker.rulebook import Rulebook, load
from checker.shipped import shipped_folder

INSPECTION = "insp: {selected: false, diverted: false}"
TRANSIT = "decl: {accepted_at: 2016-03-20, direction: import, clearance_mode: transit, released: true}"
LAST_LEG = 'id: last, from: "4905", to: "4917", kind: post_release, arrangement: self_transport'


@cache
def book() -> Rulebook:
    loaded, findings = load(shipped_folder("rules"))
    assert loaded is not None, findings
    return loaded


@cache
def law(as_of: int | None) -> Law:
    return Law(book(), as_of)


def verdicts(*facts: str, as_of: int | None = None) -> dict[str, SubjectVerdict]:
    """Check a plan made of lines of facts; verdicts by `question` or `question @ id`."""
    text = "facts:\n" + "".join(f"  {line}\n" for line in facts)
    (plan,) = read_plans(book(), text, "plan.yaml")
    dossier = check_plan(law(as_of), plan)
    assert not dossier.findings
    return {v.question if v.subject == "plan" else f"{v.question} @ {v.subject}": v for v in dossier.verdicts}


def integrated(diverted: str = "false", departed: str = "2016-03-21") -> dict[str, SubjectVerdict]:
    return verdicts(
        "decl: {accepted_at: 2016-03-20, direction: import, clearance_mode: regional_integration, released: true}",
        f"insp: {{selected: {diverted}, diverted: {diverted}}}",
        f"legs: [{{{LAST_LEG}, departed_at: {departed}}}]",
    )


def test_after_transit_the_last_leg_into_the_zone_is_a_known_gap() -> None:
    carriage = verdicts(TRANSIT, INSPECTION, f"legs: [{{{LAST_LEG}}}]")["carriage @ last"]
    assert carriage.verdict == "known-gap"
    assert [gap.name for gap in carriage.known_gaps] == ["g1"]
    assert [p.name for p in carriage.provisions if p.status == "practice"] == ["secondary_transit_advice"]


def test_the_permission_for_zones_lacks_only_the_mode() -> None:
    carriage = verdicts(TRANSIT, INSPECTION, f"legs: [{{{LAST_LEG}}}]")["carriage @ last"]
    nearest = {p.name: [lack.text for lack in p.lacks] for p in carriage.provisions if p.status == "nearest"}
    assert nearest == {"a47_4a": ["decl.clearance_mode is regional_integration"]}


def test_every_other_way_of_carriage_has_its_own_verdict() -> None:
    carriage = verdicts(TRANSIT, INSPECTION, f"legs: [{{{LAST_LEG}}}]")["carriage @ last"]
    ways = {"registered_carrier", "zone_carrier", "own_vehicle"}
    assert {a.value for a in carriage.alternatives} == ways
    assert {a.verdict for a in carriage.alternatives} == {"gap"}


def test_a_second_transit_by_a_registered_carrier_owes_seal_carrier_route_and_place() -> None:
    found = verdicts(
        TRANSIT,
        INSPECTION,
        "carrier: {registered: true}",
        'legs: [{id: last, from: "4905", to: "4917", kind: secondary_transit, mode: road, '
        "arrangement: registered_carrier, departed_at: 2016-03-21}]",
    )
    assert found["leg_regime @ last"].verdict == "permitted"
    for duty in ("customs_seal", "registered_carrier", "route_and_time", "delivery_place"):
        assert found[f"{duty} @ last"].verdict == "required", duty


def test_under_integration_the_firm_may_carry_the_goods_itself() -> None:
    carriage = integrated()["carriage @ last"]
    assert (carriage.verdict, carriage.standing) == ("permitted", "translated")


def test_diverted_goods_may_still_be_carried_and_owe_control_on_the_way() -> None:
    found = integrated(diverted="true")
    assert found["carriage @ last"].verdict == "permitted"
    assert found["in_transit_control @ last"].verdict == "required"


def test_without_facts_of_the_inspection_control_on_the_way_is_open() -> None:
    found = verdicts(
        "decl: {accepted_at: 2016-03-20, direction: import, clearance_mode: regional_integration, released: true}",
        f"legs: [{{{LAST_LEG}, departed_at: 2016-03-21}}]",
    )["in_transit_control @ last"]
    assert found.verdict == "open"
    assert set(found.possible) == {"required", "not-required"}
    assert found.needs == ("insp.diverted",)


def test_the_permission_ends_with_the_announcement_and_leaves_a_known_gap() -> None:
    assert integrated(departed="2017-08-21")["carriage @ last"].verdict == "permitted"
    after = integrated(departed="2017-08-22")["carriage @ last"]
    assert (after.verdict, [gap.name for gap in after.known_gaps]) == ("known-gap", ["g2"])


def mode_at_changsha(day: str, as_of: str | None = None) -> str:
    facts = (
        f"decl: {{accepted_at: {day}, direction: import, clearance_mode: regional_integration,"
        ' home_customs: "4900", entry_exit_customs: "2248", declare_customs: "4900"}'
    )
    seen = None if as_of is None else date.fromisoformat(as_of).toordinal()
    return verdicts(facts, as_of=seen)["clearance_mode"].verdict


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        ("2014-11-30", "known-gap"),
        ("2014-12-01", "permitted"),
        ("2017-08-21", "permitted"),
        ("2017-08-22", "forbidden"),
    ],
)
def test_regional_integration_at_changsha(day: str, verdict: str) -> None:
    assert mode_at_changsha(day) == verdict


def test_on_the_first_of_august_nobody_knew_of_the_repeal() -> None:
    assert mode_at_changsha("2017-09-10", as_of="2017-08-01") == "permitted"
    assert mode_at_changsha("2017-09-10") == "forbidden"


@pytest.mark.parametrize(
    ("day", "verdict"),
    [("2017-12-31", "permitted"), ("2018-01-15", "forbidden"), ("2018-02-01", "forbidden")],
)
def test_transit_of_ordinary_goods(day: str, verdict: str) -> None:
    facts = f"decl: {{accepted_at: {day}, direction: import, clearance_mode: transit}}"
    goods = "goods: {category: other}"
    assert verdicts(facts, goods)["transit_goods"].verdict == verdict


ZONE_DECLARATION = "decl: {accepted_at: 2016-03-20, direction: export, clearance_mode: port_clearance}"
MOVE = "kind: inter_area, arrangement: self_transport, departed_at: 2016-03-21"


def test_between_export_processing_zones_the_regulation_prevails_by_rank_and_both_are_shown() -> None:
    leg = f"id: across, from: EPZ-1, to: EPZ-2, {MOVE}, transit_possible: true, inspected_in_zone: false"
    found = verdicts(ZONE_DECLARATION, f"legs: [{{{leg}}}]")
    for question, prevails, loses in (
        ("carriage", {"ep_35", "ep_39a_alone"}, "ia_83_3"),
        ("leg_regime", {"ep_35"}, "ia_83_1"),
    ):
        verdict = found[f"{question} @ across"]
        assert verdict.verdict == "forbidden"
        assert {p.name for p in verdict.provisions if p.status == "wins"} == prevails
        assert [(p.name, p.principle) for p in verdict.provisions if p.status == "beaten"] == [(loses, "rank")]
        assert [(r.kind, r.about) for r in verdict.remarks if r.about == loses] == [("rank-over-later", loses)]


def test_between_comprehensive_bonded_zones_own_transport_is_permitted() -> None:
    found = verdicts(ZONE_DECLARATION, f'legs: [{{id: across, from: "4917", to: CBZ-1, {MOVE}}}]')
    assert found["carriage @ across"].verdict == "permitted"
    assert found["leg_regime @ across"].verdict == "permitted"


@pytest.mark.parametrize(("day", "verdict"), [("2018-01-31", "required"), ("2018-02-01", "not-required")])
def test_seal_of_a_rail_leg_with_an_intact_commercial_seal(day: str, verdict: str) -> None:
    leg = 'id: rail, from: "2248", to: "4905", kind: transit, mode: rail, commercial_seal_intact: true'
    seal = verdicts(TRANSIT, f"legs: [{{{leg}, seal: commercial_seal, departed_at: {day}}}]")["customs_seal @ rail"]
    assert seal.verdict == verdict


def test_own_transport_breaches_the_duty_of_a_registered_carrier() -> None:
    leg = 'id: last, from: "4905", to: "4917", kind: secondary_transit, arrangement: self_transport'
    duty = verdicts(TRANSIT, f"legs: [{{{leg}, departed_at: 2016-03-21}}]")["registered_carrier @ last"]
    assert (duty.verdict, duty.compliance) == ("required", "breached")


def test_accepted_in_time_and_moving_after_the_end_is_a_known_gap() -> None:
    found = integrated(departed="2017-08-22")
    assert found["leg_regime @ last"].verdict == "known-gap"
    assert [gap.name for gap in found["leg_regime @ last"].known_gaps] == ["g11"]


def test_escort_is_left_to_customs_and_nothing_says_when() -> None:
    leg = 'id: inland, from: "2248", to: "4905", kind: transit, departed_at: 2018-02-01'
    escort = verdicts(TRANSIT, f"legs: [{{{leg}}}]")["escort @ inland"]
    assert escort.verdict == "discretion"
    assert [point.name for point in escort.open_points] == ["g7"]
