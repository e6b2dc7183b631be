"""Records in records: circles, how deep, how many facts; and what else of a rulebook may not grow."""

from __future__ import annotations

import pytest

from checker.findings import Finding
from checker.rulebook import load_texts
from checker.rulebook.question_circles import DEEPEST_QUESTIONS, MOST_PROVISIONS
from checker.rulebook.sizes import DEEPEST_RECORDS, MOST_FACTS
from tests.hostile.inputs import RULES
from tests.hostile.rule_files import definitions, lines, questions, records


def told(further: str) -> list[tuple[str, str]]:
    _, findings = load_texts({"a.rules": RULES, "z.rules": further})
    return [(finding.id, str(finding.message)) for finding in findings if finding.id != "T305"]


def facts(count: int) -> str:
    return lines(count, "fact n{n} : date")


@pytest.mark.parametrize("more", [0, 1])
def test_how_deep_records_may_lie(more: int) -> None:
    sentence = f"records stand in one another more than {DEEPEST_RECORDS} deep"
    assert told(records(DEEPEST_RECORDS - 1 + more, "x")) == [("S190", sentence)] * more


def test_records_that_were_nested_without_end_are_told_and_not_walked() -> None:
    """A chain of some thousand records ended in a fault of the program."""
    found = told(records(3_000, "x") + "fact top : r0\n")
    assert {id_ for id_, _ in found} == {"S190"}


def test_records_that_double_are_told_at_the_field_that_is_too_much() -> None:
    """Twenty-five records of two fields each are thirty-three million facts: nothing came back."""
    _, findings = load_texts({"a.rules": RULES, "z.rules": records(14, "ab") + "fact top : r0\n"})
    (finding,) = findings
    assert (finding.id, place(finding)) == ("S190", "z.rules:1:21")
    assert str(finding.message) == f"more than {MOST_FACTS} facts, those in records counted"


def place(finding: Finding) -> str:
    return str(finding.span)


def test_facts_are_counted_together() -> None:
    half = records(12, "ab")
    assert told(half + "fact one : r0\nfact two : r0\n") == []
    assert told(half + "fact one : r0\nfact two : r0\nfact three : r0\n") == [
        ("S190", f"more than {MOST_FACTS} facts, those in records counted")
    ]


def test_a_record_that_contains_itself_is_a_circle_still() -> None:
    assert told("record a { x : b }\nrecord b { y : list of a }\n") == [
        ("D301", "`b` contains itself by its field `y`"),
    ]


def test_definitions_that_unfold_too_far_are_told_once() -> None:
    """Each of some thousand was unfolded as far as it went, and told: a minute, and a thousand findings."""
    found = told(definitions(1_000))
    assert [id_ for id_, _ in found] == ["A101"]


@pytest.mark.parametrize("more", [0, 1])
def test_how_many_questions_may_hang_on_one_another(more: int) -> None:
    sentence = f"more than {DEEPEST_QUESTIONS} questions hang on one another"
    assert told(questions(DEEPEST_QUESTIONS + more)) == [("S190", sentence)] * more


@pytest.mark.parametrize("more", [0, 1])
def test_how_many_provisions_may_answer_a_question(more: int) -> None:
    """One provision of the rulebook beside which they stand answers `seal` too, and another."""
    found = told(lines(MOST_PROVISIONS - 2 + more, "provision p{n} cites d item 1 permit seal"))
    assert found == [("S190", f"more than {MOST_PROVISIONS} provisions answer `seal`")] * more
