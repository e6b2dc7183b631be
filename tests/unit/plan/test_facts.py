"""The facts of a plan: every scalar is read by the type of its fact, under whichever name it is given."""

from datetime import date

import pytest

from checker.plan import Plan, read_plans
from checker.rulebook.model import ABSENT, MINUTES_A_DAY, Facts, Rulebook

MARCH_20 = date(2016, 3, 20).toordinal()


def read(book: Rulebook, text: str) -> Plan:
    (plan,) = read_plans(book, text, "plans/p.yaml")
    return plan


def facts(book: Rulebook, text: str) -> Facts:
    plan = read(book, f"plan: p\nfacts: {text}\n")
    assert plan.findings == ()
    assert plan.facts is not None
    return plan.facts


@pytest.mark.parametrize("mode", ["no", '"no"', "'no'"])
def test_what_yaml_would_read_otherwise_stays_what_it_is(book: Rulebook, mode: str) -> None:
    assert facts(book, f"{{decl: {{mode: {mode}}}}}").values == {("decl", "mode"): "no"}


def test_scalars_are_integers_in_the_smallest_unit_of_their_type(book: Rulebook) -> None:
    text = "{decl: {accepted_at: 2016-03-20, released: true, weight: 10.5, items: [{hs: 0101210000, value: 99.9}]}}"
    found = facts(book, text)
    assert found.values == {
        ("decl", "accepted_at"): MARCH_20,
        ("decl", "released"): "true",
        ("decl", "weight"): 10_500,
    }
    (item,) = found.lists["decl.items"]
    assert item.values == {("hs",): 101210000, ("value",): 9_990}


def test_a_time_keeps_its_minute_and_a_code_its_leading_nought(book: Rulebook) -> None:
    found = facts(book, "{legs: [{from: 0900, seal: {closed_at: 2016-03-20 12:30}}]}")
    (leg,) = found.lists["legs"]
    assert leg.values == {("from",): "0900", ("seal", "closed_at"): MARCH_20 * MINUTES_A_DAY + 12 * 60 + 30}


def test_every_alias_is_the_same_name(book: Rulebook) -> None:
    chinese = facts(book, "{报关单: {通关方式: 转关, 申报日期: 2016-03-20}, 信用: B, 运段: [{id: x, 起点: 4905}]}")
    english = facts(book, "{decl: {mode: transit, accepted_at: 2016-03-20}, credit: B, legs: [{id: x, from: 4905}]}")
    assert chinese == english


def test_a_name_may_stand_between_its_quotation_marks(book: Rulebook) -> None:
    assert facts(book, "{「报关单」: {「通关方式」: transit}}").values == {("decl", "mode"): "transit"}


def test_decomposed_letters_are_the_same_name(book: Rulebook) -> None:
    assert str(read(book, "plan: p\nfacts: {cre\u0301dit: B}").findings[0].message) == "no fact is named `crédit`"


def test_absent_is_a_value_and_not_knowing_is_none(book: Rulebook) -> None:
    assert facts(book, "{decl: {weight: absent}}").values == {("decl", "weight"): ABSENT}
    assert facts(book, "{decl: {}}").values == {}


def test_elements_of_a_list_in_an_optional_record_are_not_optional_themselves(book: Rulebook) -> None:
    plan = read(book, "plan: p\nfacts: {decl: {agent: {aides: [{credit: absent}]}}}")
    assert [finding.id for finding in plan.findings] == ["F402"]


@pytest.mark.parametrize("wrong", ["{decl: absent}", "{decl: {agent: []}}", "{decl: {agent: none}}", "{legs: absent}"])
def test_what_is_no_optional_record_is_not_absent(book: Rulebook, wrong: str) -> None:
    plan = read(book, f"plan: p\nfacts: {wrong}")
    assert [finding.id for finding in plan.findings] == ["F402"]


def test_an_empty_list_is_not_a_missing_one(book: Rulebook) -> None:
    assert facts(book, "{legs: []}").lists == {"legs": ()}
    assert facts(book, "{}").lists == {}


def test_elements_are_called_by_their_id_or_else_by_their_place(book: Rulebook) -> None:
    first, second = facts(book, "{运段: [{id: last, kind: no}, {kind: no}]}").lists["legs"]
    assert (first.id, first.path) == ("last", "legs[0]")
    assert (second.id, second.path) == ("legs[1]", "legs[1]")


def test_lists_lie_in_lists(book: Rulebook) -> None:
    empty, full = facts(book, "{trucks: [{loads: []}, {loads: [{kg: 1}, {id: x, kg: 0.001}]}]}").lists["trucks"]
    assert empty.lists == {"loads": ()}
    first, second = full.lists["loads"]
    assert (first.id, first.path, first.values) == ("trucks[1].loads[0]", "trucks[1].loads[0]", {("kg",): 1000})
    assert (second.id, second.path, second.values) == ("x", "trucks[1].loads[1]", {("kg",): 1})


def test_text_is_carried_as_it_is(book: Rulebook) -> None:
    plan = read(book, "plan: p\nfacts:\n  decl:\n    remark: |\n      two\n      lines\n")
    assert plan.facts is not None
    assert plan.facts.values == {("decl", "remark"): "two\nlines\n"}


def test_of_a_fact_given_twice_both_are_read_for_mistakes(book: Rulebook) -> None:
    plan = read(book, "plan: p\nfacts: {credit: B, 信用: Z}")
    assert [finding.id for finding in plan.findings] == ["F403", "F401"]
    assert plan.facts is None


def test_ids_given_again_and_again_point_to_the_first(book: Rulebook) -> None:
    second, third = read(book, "plan: p\nfacts: {legs: [{id: a}, {id: a}, {id: a}]}").findings
    assert [place.span.column for finding in (second, third) for place in finding.related] == [21, 21]


def test_the_place_where_it_was_given_first_is_shown(book: Rulebook) -> None:
    (again,) = read(book, "plan: p\nfacts: {credit: B, 信用: C}").findings
    assert again.span is not None
    assert (again.span.line, again.span.column) == (2, 20)
    assert [(place.span.line, place.span.column) for place in again.related] == [(2, 9)]
