"""Which plans get another verdict when a small rulebook changes, or when they are dated otherwise."""

from __future__ import annotations

from datetime import date

from checker.answers.diff_plans import IMPOSSIBLE, OtherVerdict, PlanFile, PlansHit, hit_plans
from checker.answers.diff_sides import Pair
from tests.unit.answers.compared import ASKED, HEAD, law
from tests.unit.answers.test_diff_days import FLIPS

PERMIT = ASKED + "provision p cites l permit carry\n"
FORBID = PERMIT + "provision f exception to p cites l when mode is sea forbid carry\n"
SEA = "plan: by sea\nfacts: {day: 2016-01-01, mode: sea, wet: true}\n"
ROAD = "plan: by road\nfacts: {day: 2016-01-01, mode: road, wet: true}\n"
OPEN = "plan: anyhow\nfacts: {day: 2016-01-01, wet: true}\n"


def hit(before: str, after: str, *texts: str, heads: tuple[str, str] = (HEAD, HEAD)) -> PlansHit:
    pair = Pair(law(before, heads[0]), law(after, heads[1]))
    files = [PlanFile(f"{number}.yaml", text, True) for number, text in enumerate(texts)]
    return hit_plans(pair, files, ("carry",))


def test_a_plan_whose_verdict_changes_is_named_and_others_are_counted() -> None:
    found = hit(PERMIT, FORBID, SEA, ROAD)
    assert (found.asked, found.findings) == (2, ())
    assert [(plan.plan, plan.file, plan.line, plan.verdicts) for plan in found.hit] == [
        ("by sea", "0.yaml", 1, (OtherVerdict("carry", "plan", ("permitted",), ("forbidden",)),))
    ]


def test_an_open_verdict_is_compared_by_all_it_may_be() -> None:
    (plan,) = hit(PERMIT, FORBID, OPEN).hit
    assert plan.verdicts == (OtherVerdict("carry", "plan", ("permitted",), ("forbidden", "permitted")),)


def test_each_plan_of_a_file_has_its_place() -> None:
    found = hit(PERMIT, FORBID, f"{ROAD}---\n{SEA}")
    assert [(plan.plan, plan.line) for plan in found.hit] == [("by sea", 4)]


def test_a_plan_with_a_mistake_is_told_and_not_counted() -> None:
    found = hit(PERMIT, FORBID, SEA.replace("sea, ", "see, "), SEA)
    assert (found.asked, len(found.hit)) == (1, 1)
    assert [finding.id for finding in found.findings] == ["F401"]


def test_a_plan_that_could_not_happen_before_says_so() -> None:
    never = FORBID + 'never mode is sea and wet because "no ship takes it"\n'
    (plan,) = hit(never, FORBID, SEA).hit
    assert plan.verdicts == (OtherVerdict("carry", "plan", (IMPOSSIBLE,), ("forbidden",)),)


def test_another_period_is_another_verdict() -> None:
    one, other = (f"{ASKED}provision p cites l require carry within {n} days after day\n" for n in (14, 15))
    (plan,) = hit(one, other, SEA).hit
    assert plan.verdicts == (
        OtherVerdict("carry", "plan", ("required within 14 days after day",), ("required within 15 days after day",)),
    )


def test_on_two_days_a_plan_is_dated_on_the_one_and_on_the_other() -> None:
    made = law(FLIPS)
    days = date(2016, 5, 31).toordinal(), date(2016, 6, 1).toordinal()
    dry = SEA.replace("wet: true", "wet: false")
    found = hit_plans(Pair(made, made, days), [PlanFile("a.yaml", f"{SEA}---\n{dry}", True)], ("carry",))
    assert (found.asked, [plan.verdicts for plan in found.hit]) == (
        2,
        [(OtherVerdict("carry", "plan", ("permitted",), ("forbidden",)),)],
    )
