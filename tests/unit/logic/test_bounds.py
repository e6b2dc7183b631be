"""What is told of a condition's size without compiling it must never be less than what compiling finds."""

from __future__ import annotations

import pytest

from checker.logic.bounds import most_branches
from checker.logic.lowering import UnitName
from checker.logic.precedence import full_condition
from checker.logic.question import answers_of
from checker.logic.space import View, compile_units
from checker.rulebook import load_texts
from checker.rulebook.model import Condition, Rulebook

RULES = """\
rulebook t { ranks announcement  governed by day }
kinds site_kind { port zone }
codes office from "codes/offices.yaml" open { kind : site_kind  district : office }
record load { weight : integer 0..100  frail : boolean  seal : integer 0..9 optional }
fact day : date
fact due : date optional
fact paid : date optional
fact a : boolean
fact b : boolean
fact n : integer 0..9
fact at : office optional
fact home : office
fact loads : list of load
document d { rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01  items 1..1 }
question carry "May it be carried?"
question told "Was it told?"
provision other cites d item 1 when a permit told
"""
OFFICES = "'4900': {kind: port}\n'4905': {parent: '4900', kind: zone, district: '4900'}\n'5300': {}\n"


def book(condition: str) -> Rulebook:
    rules = f"{RULES}provision p cites d item 1 when {condition} permit carry"
    texts = {
        "page.rules": rules,
        "codes/offices.yaml": OFFICES,
    }
    found, findings = load_texts(texts)
    assert found is not None, findings
    return found


def largest(rules: Rulebook) -> int:
    units: dict[UnitName, Condition] = {("p",): full_condition(rules, "p")}
    compiled = compile_units(units, View(lambda _: None, answers_of(rules)))
    return max(last - first for first, last in compiled.units.values())


@pytest.mark.parametrize(
    "condition",
    [
        "a",
        "not (a or b or n > 3)",
        "(a or b or n is 2) and (a or n in { 3, 5, 7 } or b)",
        "not ((a and b) or (b and n > 4) or (a and n < 2))",
        "at is given and at.kind is port or not at.district.kind is zone",
        'at is given and at in "4900" or not home.district in "4905"',
        'not (at.district in "5300") and (at is absent or at in { "4905", "5300" })',
        "due is given and (due <= day or paid is given and paid > due)",
        "due is given and not (due + 3 days <= day) and (a or b)",
        "due is given and paid is given and day is within 3 days after earliest of due, paid",
        "due is given and paid is given and day is not within 3 days after earliest of due, paid",
        "any l in loads: (l.frail or l.weight > 50 or (l.seal is given and l.seal is 3)) and a",
        "every l in loads: ((l.frail or l.weight > 50) and (l.weight < 9 or (l.seal is given and l.seal is 3)))",
        "sum l.weight of l in loads > 100",
        "not told is permitted and (a or told is forbidden)",
    ],
)
def test_no_condition_falls_apart_further(condition: str) -> None:
    rules = book(condition)
    most = most_branches(full_condition(rules, "p"))
    assert most is not None
    assert largest(rules) <= most


def test_of_two_codes_compared_only_compiling_tells() -> None:
    assert most_branches(full_condition(book("a and at is home"), "p")) is None
