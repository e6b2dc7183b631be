"""Tests on quantities, lists and other questions, as they would be written in a rule file."""

import pytest

from checker.rulebook import model
from checker.rulebook.condition_words import condition_words
from checker.rulebook.model import (
    ALWAYS,
    LIMIT,
    MINUTES_A_DAY,
    All,
    Asked,
    Condition,
    Count,
    Due,
    Fact,
    IsAbsent,
    Listed,
    Negation,
    OrderedType,
    Period,
    Reckoned,
    Runs,
    Sum,
    Term,
)

FAR = LIMIT * LIMIT
GOODS = Listed("goods", "goods", None, 0, 1, "decl.goods")
DATE = OrderedType("date", 0, None, 1, 3652059)
MOMENT = OrderedType("datetime", 0, None, 1, 3652059 * MINUTES_A_DAY)
MONEY = OrderedType("money", 2, "CNY", 0, LIMIT)
WEIGHT = OrderedType("decimal", 3, "t", 0, LIMIT)
WHOLE = OrderedType("integer", 0, None, 0, LIMIT)


def term(label: str, declared: OrderedType, listed: bool = False) -> Term:
    path = tuple(label.split("."))
    return Term(Fact(path, "goods" if listed else None, label, declared, False, None, int(listed)), (), declared)


A, B = term("a", DATE), term("b", DATE)
HEAVY = model.Test(term("item.weight", WEIGHT, listed=True), IsAbsent())
VALUE, LIMIT_OF = term("value", MONEY), term("ceiling", MONEY)


def order(low: int, high: int, left: Term = A, right: Term = B) -> Reckoned:
    return Reckoned(((1, left), (-1, right)), Runs(((low, high),)), "order")


def counted(low: int, high: int, where: Condition = HEAVY) -> Reckoned:
    return Reckoned(((1, Count(GOODS, where)),), Runs(((low, high),)), "count")


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (order(-FAR, 0), "a <= b"),
        (order(-FAR, -1), "a < b"),
        (order(0, 0), "a is b"),
        (order(0, FAR), "a >= b"),
        (Reckoned(((-1, A), (1, B)), Runs(((1, FAR),)), "order"), "b > a"),
        (order(-FAR, 5), "a - b <= 5 days"),
        (order(60, FAR, term("x", MOMENT), term("y", MOMENT)), "x - y >= 1 hour"),
        (counted(1, LIMIT), "any item in decl.goods: (item.weight is absent)"),
        (counted(0, 0), "no item in decl.goods: (item.weight is absent)"),
        (counted(0, 0, Negation(HEAVY)), "every item in decl.goods: (item.weight is absent)"),
        (counted(3, LIMIT), "count item in decl.goods where (item.weight is absent) >= 3"),
        (counted(0, 3, ALWAYS), "count element in decl.goods <= 3"),
        (
            Reckoned(((1, Sum(GOODS, term("item.weight", WEIGHT, listed=True))),), Runs(((0, 2500),)), "arithmetic"),
            "sum item.weight of item in decl.goods between 0 and 2.5",
        ),
        (Reckoned(((2, VALUE), (-1, LIMIT_OF)), Runs(((50, FAR),)), "arithmetic"), "2 * value - ceiling >= 0.5"),
        (Reckoned(((1, VALUE), (100, term("n", WHOLE))), Runs(((700, 700),)), "arithmetic"), "value + n is 7"),
        (
            Reckoned(
                ((1, A), (-1, Due(Period(10, "working_days", False, "after", (B.fact,)), False))),
                Runs(((-FAR, 0),)),
                "arithmetic",
            ),
            "a <= end of (within 10 working days after b)",
        ),
        (
            All((order(0, 0), Reckoned(((1, A), (-1, B)), Runs(((-9, -8), (3, FAR))), "order"))),
            "a is b and (a - b between -9 days and -8 days or a - b >= 3 days)",
        ),
        (Asked("consent", frozenset({"permitted"})), "consent is permitted"),
        (Asked("consent", frozenset({"required", "permitted"})), "consent in { permitted, required }"),
        (Negation(Asked("consent", frozenset({"permitted"}))), "consent is not permitted"),
        (Negation(Asked("consent", frozenset({"required", "permitted"}))), "not (consent in { permitted, required })"),
        (Asked("filing", frozenset(), late=True), "filing is late"),
        (Negation(Asked("filing", frozenset(), late=True)), "filing is not late"),
    ],
)
def test_a_condition_reads_as_it_would_be_written(condition: Condition, expected: str) -> None:
    assert condition_words(condition) == expected
