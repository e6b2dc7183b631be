"""Plans out of a region: each gets the verdict of the region, and states no more than that takes."""

import pytest

from checker.logic import Resolution
from checker.logic.horizon import over_all_cases
from checker.logic.witness import Made, witnesses
from checker.rulebook.model import Facts
from tests.unit.logic.mapped import OFFICES, law_of

FACTS = """fact at : office
fact to : office
fact wet : boolean
fact weight : integer 0..100
fact end : date
record item { value : integer 0..1000   heavy : boolean }
fact items : list of item
record leg { from : office   slow : boolean }
fact legs : list of leg
"""


def made(resolution: Resolution) -> Made:
    question = resolution.question.question
    region = resolution.case.both(resolution.asked, resolution.applicable("p"))
    return next(witnesses(resolution.case, region, question.list))


@pytest.mark.parametrize(
    "condition",
    [
        "wet",
        "weight > 20 and not wet",
        "at.kind in zone and at.region is south",
        "at is to",
        "not at is to and at.kind in port",
        "end - day > 3 days",
        "end - day between 3 days and 4 days and day >= 2014-02-01",
        "any i in items: (i.heavy and i.value > 500)",
        "count i in items where (i.heavy) >= 3",
        "sum i.value of i in items >= 1500",
        "sum i.value of i in items >= 1500 and no i in items: (i.heavy)",
        "weight > 5 or wet",
    ],
)
def test_a_plan_of_a_region_gets_its_verdict(condition: str) -> None:
    law = law_of(FACTS + f"question q\nprovision p cites l when {condition} permit q\n", OFFICES)
    plan = made(over_all_cases(law, "q"))
    assert plan.whole
    assert not law.impossible(plan.facts)
    assert law.judge("q", plan.facts, plan.subject).word == "permitted"


def test_a_plan_states_what_the_region_limits_and_nothing_else() -> None:
    law = law_of(
        FACTS + "question q\nprovision p cites l when wet permit q\nprovision o cites l when weight > 3 permit q\n",
        OFFICES,
    )
    plan = made(over_all_cases(law, "q"))
    assert {path: value for path, value in plan.facts.values.items() if path != ("day",)} == {("wet",): "true"}


def test_the_subject_is_an_element_of_its_list() -> None:
    rule = "provision p cites l when leg.slow and leg.from.kind in port and wet permit q\n"
    law = law_of(FACTS + "question q for each leg in legs\n" + rule, OFFICES)
    plan = made(over_all_cases(law, "q"))
    (element,) = plan.facts.lists["legs"]
    assert element is plan.subject.element
    assert element.values == {("slow",): "true", ("from",): "11"}
    assert law.judge("q", plan.facts, plan.subject).word == "permitted"


def test_a_code_that_no_table_lists_is_left_unsaid() -> None:
    law = law_of(FACTS + "question q\nprovision p cites l when at.kind in sea permit q\n", OFFICES)
    plan = made(over_all_cases(law, "q"))
    assert not plan.whole
    assert ("at",) not in plan.facts.values
    assert "permitted" in law.judge("q", plan.facts, plan.subject).possible


def test_a_region_without_a_case_has_no_plan() -> None:
    rule = "provision p cites l when end - day > 2 days and day >= end permit q\n"
    law = law_of(FACTS + 'never end - day > 3 days because "x"\nquestion q\n' + rule, OFFICES)
    resolution = over_all_cases(law, "q")
    region = resolution.case.both(resolution.asked, resolution.applicable("p"))
    assert list(witnesses(resolution.case, region, None)) == []
    assert law.impossible(Facts({}, {})) == ()
