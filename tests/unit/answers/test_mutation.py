"""What scenarios notice of the mutants of a small rulebook: counted by hand, and as they would be run."""

from __future__ import annotations

import pytest

from checker.answers.brief import brief_verdict, holds, subject_of
from checker.answers.compose import check_plan
from checker.answers.expectations import compare
from checker.answers.mutation import Mutation, Survivor, mutate
from checker.answers.run import Laws, run_scenarios
from checker.logic import Law, effort
from checker.plan import Plan, read_plans
from checker.rulebook import load_texts
from checker.rulebook.load import load
from checker.rulebook.mutants import changed
from checker.shipped import shipped_folder

HEAD = """rulebook t { covers from 2010-01-01  reviewed until 2020-12-31
  ranks law > notice  governed by day  roles carrier }
fact day : date
fact wet : boolean
fact far : boolean
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
question carry "May it be carried?"
"""
RULES = """provision base cites l when far permit carry
provision wet_ones exception to base cites l when wet forbid carry
"""
DRY = "plan: dry\nfacts: {day: 2016-01-01, far: true, wet: false}\nexpect: {carry: permitted}\n"
WET = "plan: wet\nfacts: {day: 2016-01-01, far: true, wet: true}\nexpect: {carry: forbidden}\n"
NEAR = "plan: near\nfacts: {day: 2016-01-01, far: false, wet: true}\nexpect: {carry: gap}\n"


def law_of(rules: str, head: str = HEAD) -> Law:
    book, findings = load_texts({"t.rules": head + rules})
    assert book is not None, [str(finding.message) for finding in findings]
    return Law(book)


def plans_of(law: Law, *texts: str) -> tuple[Plan, ...]:
    return read_plans(law.book, "---\n".join(texts), "s.yaml")


def tried(law: Law, *texts: str) -> Mutation:
    return mutate(law, plans_of(law, *texts))


def figures(found: Mutation) -> dict[str, tuple[int, int, int]]:
    """Return per operator what is noticed, what is not, and what is no other law."""
    return {t.operator: (t.killed, t.survived, t.equivalent) for t in found.tallies if t.all}


def test_without_a_scenario_nothing_is_noticed() -> None:
    found = tried(law_of(RULES))
    assert found.score.reached == 0
    assert figures(found) == {
        "drop-exception": (0, 1, 0),
        "drop-conjunct": (0, 2, 0),
        "negate": (0, 2, 0),
        # The document is in force before the first day that the rulebook covers, and after a day more too.
        "move-date": (0, 0, 2),
        "flip-effect": (0, 2, 0),
        # No text has the lower rank.
        "swap-ranks": (0, 0, 1),
    }


def test_two_scenarios_notice_what_they_can() -> None:
    found = tried(law_of(RULES), DRY, WET)
    assert figures(found) == {
        "drop-exception": (1, 0, 0),
        # That what is not far may be carried, nobody would notice.
        "drop-conjunct": (1, 1, 0),
        "negate": (2, 0, 0),
        "move-date": (0, 0, 2),
        "flip-effect": (2, 0, 0),
        "swap-ranks": (0, 0, 1),
    }
    (survivor,) = found.survivors
    assert (survivor.mutant.operator, survivor.mutant.name, survivor.question) == ("drop-conjunct", "base", "carry")
    assert (found.score.reached, found.score.all) == (6, 7)


def test_a_third_notices_the_rest() -> None:
    found = tried(law_of(RULES), DRY, WET, NEAR)
    assert (found.survivors, found.suggestions) == ((), ())
    assert found.score.percent == 100.0


def test_a_scenario_that_fails_notices_nothing() -> None:
    assert tried(law_of(RULES), DRY.replace("permitted", "forbidden")).score.reached == 0
    # Nor does the half of it that holds.
    both = WET.replace("{carry: forbidden}", "{carry: {verdict: forbidden, winners: [base]}}")
    assert tried(law_of(RULES), both).score.reached == 0


def test_winners_notice_what_the_verdict_does_not() -> None:
    law = law_of("provision p cites l permit carry\nprovision q cites l when far permit carry\n")
    plain = tried(law, DRY)
    named = tried(law, DRY.replace("{carry: permitted}", "{carry: {verdict: permitted, winners: [p, q]}}"))
    # Whatever `q` says of when it applies, all may be carried by `p`.
    assert figures(plain)["negate"] == (0, 0, 1)
    assert figures(named)["negate"] == (1, 0, 0)


def passes(law: Law, plan: Plan) -> bool:
    return run_scenarios(Laws(law.book), [plan]).passed == 1


def filled_in(law: Law, found: Mutation, survivor: Survivor) -> Plan:
    """Write down what comes out now for the scenario that is suggested, as a person would who finds it right."""
    assert survivor.suggestion is not None
    suggestion = found.suggestions[survivor.suggestion]
    (plan,) = read_plans(law.book, suggestion.text, "s.yaml")
    (verdict,) = [v for v in check_plan(Laws(law.book).of(plan), plan).verdicts if v.question == suggestion.question]
    subject = f" @ {suggestion.subject}" if suggestion.subject else ""
    told = f"expect: {{ {suggestion.question}{subject}: {verdict.verdict} }}\n"
    (plan,) = read_plans(law.book, suggestion.text + told, "s.yaml")
    return plan


def test_what_is_suggested_notices_every_survivor_once_it_is_filled_in() -> None:
    law = law_of(RULES)
    found = tried(law)
    assert len(found.survivors) == 7
    for survivor in found.survivors:
        plan = filled_in(law, found, survivor)
        assert passes(law, plan)
        assert not passes(Law(changed(law.book, survivor.mutant.change)), plan), survivor.mutant.id
    # Some notice several.
    assert len(found.suggestions) < 7
    taken = [filled_in(law, found, survivor) for survivor in found.survivors]
    assert mutate(law, taken).score.percent == 100.0


def test_a_suggestion_says_what_it_notices_and_what_comes_out_now() -> None:
    (suggestion,) = tried(law_of(RULES), DRY, WET).suggestions
    assert (suggestion.question, suggestion.subject, suggestion.possible) == ("carry", "", ("gap",))
    assert [str(each) for each in suggestion.reaches] == ["`far` left out of `base`"]


def test_operators_are_chosen() -> None:
    law = law_of(RULES)
    found = mutate(law, plans_of(law, DRY), ["flip-effect", "negate"])
    assert [tally.operator for tally in found.tallies] == ["negate", "flip-effect"]


def test_several_processes_find_the_same() -> None:
    more = "".join(f"provision p{n} cites l when far and wet permit carry\n" for n in range(4))
    law = law_of(RULES + more)
    plans = plans_of(law, DRY, WET)
    assert mutate(law, plans, jobs=2) == mutate(law, plans, jobs=1)


OTHERWISE = """provision p cites l reading strict "chosen: all are meant; else: only wet ones" permit carry
provision q cites l reading strict else "only wet ones" when wet forbid carry
"""


def test_a_provision_of_the_other_reading_is_looked_at_by_that_reading() -> None:
    law = law_of(OTHERWISE)
    found = tried(law, DRY)
    survivors = [survivor for survivor in found.survivors if survivor.mutant.name == "q"]
    assert [survivor.mutant.operator for survivor in survivors] == ["drop-conjunct", "negate", "flip-effect"]
    for survivor in survivors:
        plan = filled_in(law, found, survivor)
        assert plan.turned == {"strict"}
        assert passes(law, plan)
        assert not passes(Law(changed(law.book, survivor.mutant.change)), plan), survivor.mutant.id


def test_as_of_a_day_a_scenario_sees_the_law_of_that_day() -> None:
    later = "document n { rank notice  issuer gacc  issued 2017-01-01  in force from 2015-01-01 }\n"
    law = law_of(later + "provision p cites n permit carry\n")
    now = "plan: now\nfacts: {day: 2016-01-01}\nexpect: {carry: permitted}\n"
    then = "plan: then\nas_of: 2016-06-01\nfacts: {day: 2016-01-01}\nexpect: {carry: gap}\n"
    assert figures(tried(law, now))["flip-effect"] == (1, 0, 0)
    # On that day nobody knew the text.
    assert figures(tried(law, then))["flip-effect"] == (0, 1, 0)


OPEN = """codes office from "offices.yaml" open { kind : one of { inner, outer, other } }
fact home : office
"""
TABLE = '"4900": {kind: inner}\n"4901": {kind: outer}\n'


def test_what_only_unlisted_codes_would_show_is_beyond_all_plans() -> None:
    rules = f"{OPEN}provision p cites l when home.kind in {{ inner, other }} permit carry\n"
    book, findings = load_texts({"t.rules": HEAD + rules, "offices.yaml": TABLE})
    assert book is not None, [str(finding.message) for finding in findings]
    found = mutate(Law(book), (), ["change-set"])
    # `inner` alone: no listed code is `other`. `other` alone: a listed code is `inner`.
    (tally,) = found.tallies
    assert (tally.all, tally.survived, tally.beyond, tally.equivalent) == (2, 1, 1, 0)
    assert found.score.all == 1


def test_a_mutant_that_contradicts_itself_is_refused() -> None:
    found = mutate(law_of("provision p cites l permit carry require carry\n"), (), ["flip-effect"])
    (tally,) = found.tallies
    # What is forbidden and required at once is no rule; what is permitted and exempt is one.
    assert (tally.all, tally.refused, tally.survived) == (2, 1, 1)
    assert found.score.all == 1


def test_what_is_too_much_to_compare_is_told_and_counts_as_not_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(effort, "MOST_BOXES", 1)
    found = tried(law_of(RULES))
    assert found.survivors == ()
    assert {each.mutant.operator for each in found.undecided} >= {"drop-exception", "flip-effect"}
    assert all("falls apart into too many cases" in str(each.because) for each in found.undecided)
    assert found.score.all == len(found.undecided)


def test_a_brief_verdict_is_held_as_the_whole_one() -> None:
    book, _ = load(shipped_folder("rules"))
    assert book is not None
    laws = Laws(book, known=Law(book))
    plans = [plan for s in book.scenarios for plan in read_plans(book, s.text, s.file, s.line)][::9]
    for plan in plans:
        asked = {expected.question for expected in plan.expectations}
        whole = compare(plan, check_plan(laws.of(plan), plan, questions=asked)).passed
        brief = all(_holds(laws.of(plan), plan, n) for n in range(len(plan.expectations)))
        assert brief == whole


def _holds(law: Law, plan: Plan, number: int) -> bool:
    expectation = plan.expectations[number]
    subject = subject_of(law, plan, expectation)
    return subject is not None and holds(plan, expectation, brief_verdict(law, plan, expectation.question, subject))
