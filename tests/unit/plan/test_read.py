"""A file of plans: documents, what stands around the facts, and positions on disk."""

from datetime import date

import pytest

from checker.plan import Plan, read_plans
from checker.plan.tree import DEEPEST
from checker.rulebook import load_texts
from checker.rulebook.model import Rulebook


def read(book: Rulebook, text: str, line: int = 1) -> tuple[Plan, ...]:
    return read_plans(book, text, "plans/p.yaml", line)


def test_a_plan_has_its_parts(book: Rulebook) -> None:
    (plan,) = read(book, "plan: Goods to\n  Xiangtan\nas_of: 2017-08-01\nfacts: {}\nbecause: SOURCES G1\n")
    assert (plan.title, plan.file, plan.line) == ("Goods to Xiangtan", "plans/p.yaml", 1)
    assert plan.as_of == date(2017, 8, 1).toordinal()
    assert plan.because == "SOURCES G1"
    assert (plan.findings, plan.expectations, plan.expect_error) == ((), (), None)
    assert not plan.is_scenario


def test_a_plan_without_title_is_called_by_its_place(book: Rulebook) -> None:
    (plan,) = read(book, "\n# first comes a comment\nfacts: {}\n", line=40)
    assert (plan.title, plan.line) == ("plans/p.yaml:42", 42)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("plan: a\nfacts: {}\n---\nplan: b\nfacts: {}\n", [1, 4]),
        ("---\nplan: a\nfacts: {}\n---\nplan: b\nfacts: {}\n", [2, 5]),
        ("%YAML 1.2\n# a comment\n---\nplan: a\nfacts: {}\n", [4]),
        ("--- {plan: a, facts: {}}\n--- {plan: b, facts: {}}\n", [1, 2]),
        ("plan: a\nfacts: {}\n...\n---\nplan: b\nfacts: {}\n...\n", [1, 5]),
        ("plan: a\nfacts: {}\nbecause: |\n  a --- b\n  ---\n", [1]),
    ],
)
def test_plans_are_divided_by_lines_of_dashes(book: Rulebook, text: str, lines: list[int]) -> None:
    plans = read(book, text)
    assert [plan.line for plan in plans] == lines
    assert [plan.findings for plan in plans] == [()] * len(lines)


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n", "--- # nothing\n"])
def test_a_text_without_a_plan_says_so(book: Rulebook, text: str) -> None:
    (plan,) = read(book, text)
    assert [(finding.id, str(finding.message)) for finding in plan.findings] == [("F405", "no plan is written here")]
    assert plan.facts is None


@pytest.mark.parametrize(
    "broken", ["plan: [", "plan: 'x", "plan: a: b", "\tplan: a", "plan: @x", "a: 1\n b: 2", "a: &\n"]
)
def test_a_document_that_is_no_yaml_hides_no_other(book: Rulebook, broken: str) -> None:
    before, between, after = read(
        book, f"plan: a\nfacts: {{}}\n---\n{broken}\n---\nplan: b\nfacts: {{decl: {{mode: no}}}}\n"
    )
    assert before.findings == ()
    assert [finding.id for finding in between.findings] == ["F405"]
    assert (between.facts, between.line) == (None, 4)
    assert after.facts is not None
    assert after.facts.values == {("decl", "mode"): "no"}


def test_positions_count_from_the_line_the_text_begins_on(book: Rulebook) -> None:
    (plan,) = read(book, "plan: p\nfacts:\n  decl: {mode: trnsit}\n", line=101)
    (finding,) = plan.findings
    assert str(finding.span) == "plans/p.yaml:103:16"
    assert finding.span is not None
    assert (finding.span.end_line, finding.span.end_column) == (103, 22)


@pytest.mark.parametrize("line", ["facts: {报关单: {通关方式: 转X}}", "facts: {decl: {remark: 🚢, mode: 转X}}"])
def test_columns_count_signs_and_not_bytes(book: Rulebook, line: str) -> None:
    (plan,) = read(book, f"plan: p\n{line}\n")
    assert str(plan.findings[0].span) == f"plans/p.yaml:2:{line.index('转X') + 1}"


def test_what_lies_deeper_than_any_plan_is_refused_at_once(book: Rulebook) -> None:
    (plan,) = read(book, "facts: " + "[" * 100_000)
    assert [finding.id for finding in plan.findings] == ["S190"]
    assert str(plan.findings[0].span) == f"plans/p.yaml:1:{len('facts: ') + DEEPEST}"


def test_many_names_for_one_list_are_refused_before_they_multiply(book: Rulebook) -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
    (plan,) = read(book, bomb)
    assert {finding.id for finding in plan.findings} == {"F401", "F405"}
    assert sum("stands for text elsewhere" in str(finding.message) for finding in plan.findings) == 81


@pytest.mark.parametrize(
    "text",
    [
        'plan: "\\U99999999"\nfacts: {}',
        'plan: "\\ud800"\nfacts: {}',
        'plan: "\\e[31m"\nfacts: {}',
        "plan: a\x00\nfacts: {}",
        "%YAML 1." + "9" * 5000 + "\n---\nfacts: {}\n...\n%YAML 1." + "9" * 5000,
    ],
)
def test_characters_that_no_text_may_hold_are_refused(book: Rulebook, text: str) -> None:
    assert any(finding.id in {"F405", "S191"} for plan in read(book, text) for finding in plan.findings)


def test_a_long_wrong_word_is_cut_in_the_message(book: Rulebook) -> None:
    (plan,) = read(book, f"facts: {{{'x' * 100}: 1}}")
    assert str(plan.findings[0].message) == f"no fact is named `{'x' * 59}…`"


def test_a_wrong_value_of_many_lines_makes_one_line_of_message(book: Rulebook) -> None:
    (plan,) = read(book, "facts:\n  credit: |\n    A\n    B\n")
    (finding,) = plan.findings
    assert str(finding.message) == "no value of `credit_level` is named `A B`"
    assert finding.span is not None
    assert (finding.span.line, finding.span.end_line) == (2, 4)


def test_a_mapping_ends_with_its_last_value_and_not_with_what_follows(book: Rulebook) -> None:
    (plan,) = read(book, "facts:\n  credit:\n    is: A\n\n    # a comment\n\n")
    (finding,) = plan.findings
    assert finding.span is not None
    assert (finding.span.line, finding.span.column, finding.span.end_line, finding.span.end_column) == (3, 5, 3, 10)


def test_a_plan_with_refused_text_has_no_facts(book: Rulebook) -> None:
    (plan,) = read(book, "facts: {credit: &a A}")
    assert [finding.id for finding in plan.frame] == ["F405"]
    assert plan.facts is None


def test_mistakes_around_the_facts_are_kept_apart(book: Rulebook) -> None:
    (plan,) = read(book, "becuse: x\nfacts: {dekl: {}}\n")
    assert [str(finding.message) for finding in plan.frame] == ["no key of a plan is named `becuse`"]
    assert [str(finding.message) for finding in plan.findings] == [
        "no key of a plan is named `becuse`",
        "no fact is named `dekl`",
    ]


def test_good_facts_stay_when_only_an_expectation_is_wrong(book: Rulebook) -> None:
    (plan,) = read(book, "facts: {credit: B}\nexpect: {transit_goods: alowed}\n")
    assert [finding.id for finding in plan.findings] == ["F406"]
    assert plan.facts is not None


READ_TWO_WAYS = """
rulebook t { ranks announcement  governed by day }
fact day : date
document a { rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01  items 1..1 }
question q
provision p1 cites a item 1 reading far_away "chosen: a day's journey" permit q
provision p2 cites a item 1 reading far_away else "another district" forbid q
"""


def test_readings_are_turned_by_name() -> None:
    rulebook, findings = load_texts({"a.rules": READ_TWO_WAYS})
    assert rulebook is not None, findings
    (plan,) = read_plans(rulebook, "plan: p\nreadings: [far_away]\nfacts: {day: 2016-01-01}\n", "p.yaml")
    assert (plan.findings, plan.turned) == ((), frozenset({"far_away"}))
    (plan,) = read_plans(rulebook, "plan: p\nreadings: [far_awy]\nfacts: {}\n", "p.yaml")
    assert [(f.id, str(f.help)) for f in plan.findings] == [("F401", "write `far_away`")]
