"""What a scenario expects: names in any spelling, answers in their canonical one."""

import pytest

from checker.plan import Expectation, read_plans
from checker.rulebook.model import Rulebook


def expected(book: Rulebook, text: str, facts: str = "{legs: [{id: last}, {}]}") -> Expectation:
    (plan,) = read_plans(book, f"plan: p\nfacts: {facts}\nexpect:\n  {text}\n", "p.yaml")
    assert plan.findings == ()
    assert plan.is_scenario
    (expectation,) = plan.expectations
    return expectation


def test_a_bare_word_is_the_verdict_and_says_nothing_else(book: Rulebook) -> None:
    one = expected(book, "transit_goods: not-required")
    assert (one.question, one.subject, one.verdict) == ("transit_goods", "plan", "not-required")
    rest = (one.answer, one.winners, one.principle, one.compliance, one.possible, one.needs)
    assert rest == (None,) * 6
    assert (one.subject_to, one.ruling_by, one.left_to, one.gap) == (None,) * 4
    assert str(one.span) == "p.yaml:4:3"


@pytest.mark.parametrize(
    ("key", "facts", "subject"),
    [
        ("carriage @ last", "{legs: [{id: last}]}", "last"),
        ("承运方式 @ last", "{legs: [{id: last}]}", "last"),
        ("carriage@last", "{legs: [{id: last}]}", "last"),
        ("carriage @ legs[0]", "{legs: [{}]}", "legs[0]"),
        ("carriage @ 运段[0]", "{legs: [{}]}", "legs[0]"),
        ("carriage @ legs[?]", "{}", "legs[?]"),
        ("carriage @ 运段[?]", "{}", "legs[?]"),
        ("carriage @ cafe\u0301", "{legs: [{id: caf\u00e9}]}", "caf\u00e9"),
        ("carriage @ caf\u00e9", "{legs: [{id: cafe\u0301}]}", "caf\u00e9"),
        ("carriage @ 007", "{legs: [{id: 007}]}", "007"),
    ],
)
def test_the_subject_is_an_id_a_place_or_the_one_open_subject(
    book: Rulebook, key: str, facts: str, subject: str
) -> None:
    one = expected(book, f"{key}: gap", facts)
    assert (one.question, one.subject) == ("carriage", subject)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("days: {answer: 14}", ("14",)),
        ("days: {answer: 014}", ("14",)),
        ("fine: {answer: 5.50}", ("5.5",)),
        ('fine: {answer: "between  5 and 30 percent of  goods_value"}', ("between 5 and 30 percent of goods_value",)),
        ("penalty: {answer: [seizure, fine]}", ("seizure", "fine")),
        ("penalty: {answer: [between  two stools]}", ("between  two stools",)),
        ("penalty: {answer: []}", ()),
    ],
)
def test_answers_are_read_by_the_type_of_the_question(book: Rulebook, text: str, answer: tuple[str, ...]) -> None:
    assert expected(book, text).answer == answer


def test_names_stand_for_the_canonical_ones(book: Rulebook) -> None:
    one = expected(
        book,
        "carriage @ last: {winners: [甲, b1], needs: [报关单.通关方式, leg.起点, leg.seal.intact, load.kg, 运段, "
        "decl.items, item.hs, days, 公告2015年第47号], subject_to: 海关, left_to: carrier, ruling_by: gacc, gap: g1}",
    )
    assert one.winners == frozenset({"a1", "b1"})
    assert one.needs == frozenset(
        {
            "decl.mode",
            "leg.from",
            "leg.seal.intact",
            "load.kg",
            "legs",
            "decl.items",
            "item.hs",
            "days",
            "gacc_2015_47",
        }
    )
    assert (one.subject_to, one.left_to, one.ruling_by, one.gap) == ("customs", "carrier", "gacc", "g1")


def test_closed_words_are_kept(book: Rulebook) -> None:
    one = expected(
        book,
        "transit_goods: {verdict: open, possible: [gap, known-gap], principle: none, compliance: unknown, "
        "winners: [], subject_to: None, ruling_by: state_council}",
    )
    assert (one.verdict, one.possible) == ("open", frozenset({"gap", "known-gap"}))
    assert (one.principle, one.compliance, one.winners) == ("none", "unknown", frozenset())
    assert (one.subject_to, one.ruling_by) == ("None", "state_council")


@pytest.mark.parametrize("kind", ["name", "type", "duplicate", "never"])
def test_a_refusal_is_expected_by_its_kind(book: Rulebook, kind: str) -> None:
    (plan,) = read_plans(book, f"facts: {{}}\nexpect_error: {kind}\n", "p.yaml")
    assert (plan.expect_error, plan.is_scenario, plan.findings) == (kind, True, ())


def test_an_empty_list_has_no_open_subject(book: Rulebook) -> None:
    (plan,) = read_plans(book, "facts: {legs: []}\nexpect:\n  carriage @ legs[?]: open\n", "p.yaml")
    assert [str(finding.message) for finding in plan.findings] == ["the plan has no `legs[?]` in `legs`"]


def test_only_elements_of_lists_are_called_by_their_record(book: Rulebook) -> None:
    (plan,) = read_plans(book, "facts: {}\nexpect: {days: {needs: [item.hs, declaration.mode]}}\n", "p.yaml")
    assert [str(finding.message) for finding in plan.findings] == ["`needs` knows no `declaration.mode`"]


def test_subjects_are_not_doubted_when_the_facts_cannot_be_read(book: Rulebook) -> None:
    (plan,) = read_plans(book, "facts: {legs: 3}\nexpect: {carriage @ last: gap}\n", "p.yaml")
    assert [finding.id for finding in plan.findings] == ["F402"]
