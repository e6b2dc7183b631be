"""Expectations against dossiers: each key alone, what does not exist, and plans that are refused."""

import pytest
from msgspec.structs import replace

from checker.answers.dossier import Conflict, PlanDossier, ProvisionLine, Reason, SubjectVerdict
from checker.answers.expectations import Mismatch, ScenarioResult, compare
from checker.findings import Finding, Message, Span, say
from checker.plan import Expectation, Plan
from checker.rulebook.model import Facts

PLACE = Span("p.yaml", 4, 3, 4, 11)
HERE = Span("p.yaml", 1, 1, 1, 1)
NOTHING = Expectation(
    question="carriage",
    subject="last",
    verdict=None,
    answer=None,
    winners=None,
    principle=None,
    compliance=None,
    possible=None,
    needs=None,
    subject_to=None,
    ruling_by=None,
    left_to=None,
    gap=None,
    span=PLACE,
)
PLAN = Plan("p", "p.yaml", 1, Facts({}, {}), None, frozenset(), (), None, None, (), ())


def line(name: str, status: str) -> ProvisionLine:
    return ProvisionLine(name, None, status, None, (), (), (), (), "rules/a.md:1")


VERDICT = SubjectVerdict(
    question="carriage",
    title=None,
    subject="last",
    path="legs[0]",
    governing_date="2016-03-20",
    verdict="open",
    answer=("seizure", "fine"),
    possible=("permitted", "gap"),
    needs=("leg.kind", "day"),
    subject_to="customs",
    left_to=("customs", "carrier"),
    compliance="met",
    principles=("rank", "recency"),
    standing=None,
    by_silence=False,
    provisions=(line("a1", "wins"), line("b1", "beaten"), line("a2", "wins"), line("c1", "nearest")),
    conflict=Conflict((("a1", "a2"),), "equal", ("gacc", "state_council")),
    known_gaps=(Reason("g1", ""), Reason("g2", "")),
    open_points=(),
    duties=(),
    alternatives=(),
    remarks=(),
    ways=(),
    needs_answers=(),
    period=None,
    deed=None,
    done_at=None,
    readings=None,
)
BARE = replace(
    VERDICT,
    verdict="gap",
    answer=(),
    possible=("gap",),
    needs=(),
    subject_to=None,
    left_to=(),
    compliance=None,
    principles=(),
    provisions=(),
    conflict=None,
    known_gaps=(),
)


def dossier(*verdicts: SubjectVerdict, findings: tuple[Finding, ...] = ()) -> PlanDossier:
    return PlanDossier("p", "p.yaml", 1, findings, verdicts)


def held(expectation: Expectation, *verdicts: SubjectVerdict) -> ScenarioResult:
    return compare(replace(PLAN, expectations=(expectation,)), dossier(*verdicts))


HOLDS = [
    replace(NOTHING, verdict="open"),
    replace(NOTHING, answer=("fine", "seizure")),
    replace(NOTHING, winners=frozenset({"a1", "a2"})),
    replace(NOTHING, principle="rank"),
    replace(NOTHING, principle="recency"),
    replace(NOTHING, compliance="met"),
    replace(NOTHING, possible=frozenset({"gap", "permitted"})),
    replace(NOTHING, needs=frozenset({"day"})),
    replace(NOTHING, subject_to="customs"),
    replace(NOTHING, ruling_by="gacc"),
    replace(NOTHING, ruling_by="state_council"),
    replace(NOTHING, left_to="carrier"),
    replace(NOTHING, gap="g2"),
]
HOLDS_BARE = [
    replace(NOTHING, verdict="gap"),
    replace(NOTHING, answer=()),
    replace(NOTHING, winners=frozenset()),
    replace(NOTHING, principle="none"),
    replace(NOTHING, possible=frozenset({"gap"})),
    replace(NOTHING, needs=frozenset()),
    replace(NOTHING, subject_to="None"),
]
DIFFERS = [
    (replace(NOTHING, verdict="gap"), "verdict", "gap", "open"),
    (replace(NOTHING, answer=("fine",)), "answer", "fine", "seizure, fine"),
    (replace(NOTHING, winners=frozenset({"a1"})), "winners", "a1", "a1, a2"),
    (replace(NOTHING, winners=frozenset({"a2", "a1", "b1"})), "winners", "a1, a2, b1", "a1, a2"),
    (replace(NOTHING, principle="specialty"), "principle", "specialty", "rank, recency"),
    (replace(NOTHING, principle="none"), "principle", "none", "rank, recency"),
    (replace(NOTHING, compliance="breached"), "compliance", "breached", "met"),
    (replace(NOTHING, possible=frozenset({"gap"})), "possible", "gap", "permitted, gap"),
    (replace(NOTHING, needs=frozenset({"day", "mode"})), "needs", "day, mode", "leg.kind, day"),
    (replace(NOTHING, subject_to="None"), "subject_to", "None", "customs"),
    (replace(NOTHING, ruling_by="npc"), "ruling_by", "npc", "gacc, state_council"),
    (replace(NOTHING, left_to="consignee"), "left_to", "consignee", "customs, carrier"),
    (replace(NOTHING, gap="g3"), "gap", "g3", "g1, g2"),
]
DIFFERS_BARE = [
    (replace(NOTHING, answer=("fine",)), "answer", "fine", "none"),
    (replace(NOTHING, winners=frozenset({"a1"})), "winners", "a1", "none"),
    (replace(NOTHING, principle="explicit"), "principle", "explicit", "none"),
    (replace(NOTHING, compliance="unknown"), "compliance", "unknown", "none"),
    (replace(NOTHING, subject_to="customs"), "subject_to", "customs", "None"),
    (replace(NOTHING, ruling_by="gacc"), "ruling_by", "gacc", "none"),
    (replace(NOTHING, left_to="customs"), "left_to", "customs", "none"),
    (replace(NOTHING, gap="g1"), "gap", "g1", "none"),
]


@pytest.mark.parametrize(
    ("expectation", "verdict"), [*((one, VERDICT) for one in HOLDS), *((one, BARE) for one in HOLDS_BARE)]
)
def test_what_came_out_as_expected_passes(expectation: Expectation, verdict: SubjectVerdict) -> None:
    assert held(expectation, verdict) == ScenarioResult("p", "p.yaml", 1, True, ())


@pytest.mark.parametrize(
    ("expectation", "key", "expected", "got", "verdict"),
    [*((*row, VERDICT) for row in DIFFERS), *((*row, BARE) for row in DIFFERS_BARE)],
)
def test_what_differs_is_told_key_by_key(
    expectation: Expectation, key: str, expected: str, got: str, verdict: SubjectVerdict
) -> None:
    result = held(expectation, verdict)
    assert not result.passed
    assert result.mismatches == (Mismatch("carriage", "last", key, expected, got, PLACE),)


def test_every_key_that_differs_is_told() -> None:
    result = held(replace(NOTHING, verdict="gap", winners=frozenset(), gap="g1"), VERDICT)
    assert [mismatch.key for mismatch in result.mismatches] == ["verdict", "winners"]


@pytest.mark.parametrize(
    ("expectation", "expected", "got"),
    [
        (replace(NOTHING, verdict="gap", subject="first"), "first", "last"),
        (replace(NOTHING, verdict="gap", question="escort"), "last", "none"),
    ],
)
def test_what_does_not_exist_does_not_pass(expectation: Expectation, expected: str, got: str) -> None:
    result = held(expectation, BARE)
    assert not result.passed
    (mismatch,) = result.mismatches
    assert (mismatch.key, mismatch.expected, mismatch.got) == ("subject", expected, got)


def test_the_verdict_of_its_own_subject_is_compared() -> None:
    other = replace(BARE, subject="first")
    assert held(replace(NOTHING, verdict="open"), other, VERDICT).passed
    assert not held(replace(NOTHING, verdict="gap"), other, VERDICT).passed


def test_a_plan_that_expects_nothing_does_not_pass() -> None:
    (mismatch,) = compare(PLAN, dossier(VERDICT)).mismatches
    assert (mismatch.key, str(mismatch.expected), mismatch.got) == ("expect", "an expectation", "none")


UNKNOWN = Finding("F401", say("no fact is named `dekl`"), PLACE)
IMPOSSIBLE = Finding("F404", say("this cannot happen"), None)
TYPO = Finding("F401", say("no key of a plan is named `becuse`"), HERE)


@pytest.mark.parametrize(("kind", "finding"), [("name", UNKNOWN), ("never", IMPOSSIBLE)])
def test_a_refusal_of_the_expected_kind_passes(kind: str, finding: Finding) -> None:
    assert compare(replace(PLAN, expect_error=kind), dossier(findings=(finding,))).passed


@pytest.mark.parametrize(("findings", "got"), [((), say("accepted")), ((UNKNOWN, IMPOSSIBLE), "name, never")])
def test_a_refusal_of_another_kind_or_none_does_not_pass(findings: tuple[Finding, ...], got: str | Message) -> None:
    result = compare(replace(PLAN, expect_error="type"), dossier(findings=findings))
    assert result.mismatches == (Mismatch("", "", "expect_error", "type", got, HERE),)


def test_a_warning_refuses_nothing() -> None:
    warned = dossier(VERDICT, findings=(Finding("T305", say("`weight` may be absent"), PLACE),))
    assert not compare(replace(PLAN, expect_error="type"), warned).passed
    assert compare(replace(PLAN, expectations=(replace(NOTHING, verdict="open"),)), warned).passed


def test_a_mistake_around_the_facts_is_not_the_refusal_that_is_expected() -> None:
    plan = replace(PLAN, expect_error="name", findings=(TYPO,), frame=(TYPO,))
    result = compare(plan, dossier(findings=(TYPO,)))
    assert [mismatch.key for mismatch in result.mismatches] == ["plan", "expect_error"]
    refused = replace(plan, findings=(TYPO, UNKNOWN))
    assert [mismatch.key for mismatch in compare(refused, dossier(findings=(TYPO, UNKNOWN))).mismatches] == ["plan"]


def test_a_refused_plan_has_no_verdict_to_compare() -> None:
    plan = replace(PLAN, expectations=(replace(NOTHING, verdict="gap"),), facts=None, findings=(UNKNOWN,))
    result = compare(plan, dossier(findings=(UNKNOWN,)))
    (mismatch,) = result.mismatches
    assert (mismatch.key, mismatch.span) == ("plan", PLACE)
    assert (str(mismatch.expected), str(mismatch.got)) == ("accepted", "F401: no fact is named `dekl`")


def test_a_scenario_that_cannot_be_read_whole_does_not_pass() -> None:
    broken = Finding("F406", say("`alowed` is no word for `verdict`"), PLACE)
    plan = replace(PLAN, expectations=(replace(NOTHING, verdict="open"),), findings=(broken,), frame=(broken,))
    for checked in (dossier(VERDICT), dossier(findings=(broken,))):
        (mismatch,) = compare(plan, checked).mismatches
        assert (mismatch.key, mismatch.span) == ("plan", PLACE)
    (mismatch,) = compare(replace(plan, expectations=()), dossier(findings=(broken,))).mismatches
    assert mismatch.key == "plan"
