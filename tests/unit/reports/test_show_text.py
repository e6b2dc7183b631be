"""Conditions and effects in words, made by hand; the special pairs. Whole cards are shown in `tests/cli`."""

from datetime import date

import pytest

from checker.findings import Span
from checker.reports.effect_words import effect_words
from checker.reports.labels import words
from checker.reports.show_text import specialty_text
from checker.rulebook import model
from checker.rulebook.condition_words import condition_words
from checker.rulebook.model import (
    ALWAYS,
    EXEMPT,
    FORBID,
    NEVER,
    PERMIT,
    REQUIRE,
    All,
    Below,
    CodeTable,
    CodeType,
    Condition,
    Decided,
    Deontic,
    Effect,
    Fact,
    FiniteType,
    IsAbsent,
    LeftOpen,
    LeftTo,
    Members,
    NamedValue,
    Negation,
    OrderedType,
    Period,
    Runs,
    Said,
    Same,
    Some,
    Term,
    ValueType,
    boolean,
)

KINDS = FiniteType(
    "kinds",
    "site",
    (
        NamedValue(("place",)),
        NamedValue(("area",), "place"),
        NamedValue(("zone",), "area"),
        NamedValue(("store",), "place"),
        NamedValue(("port",)),
    ),
)
MODES = FiniteType("one of", "mode", tuple(NamedValue((name,)) for name in ("sea", "rail", "road")))
OFFICES = CodeType(CodeTable(("office",), "codes/offices.yaml", False, (), {}))
COUNT = OrderedType("integer", 0, None, 0, 99)
YEAR = (date(2016, 1, 1).toordinal(), date(2016, 12, 31).toordinal())
DATE = OrderedType("date", 0, None, 1, 3652059)


def term(label: str, value_type: ValueType, optional: bool = False, chain: tuple[str, ...] = ()) -> Term:
    return Term(Fact(tuple(label.split(".")), None, label, value_type, optional, None), chain, value_type)


def members(label: str, value_type: ValueType, *values: str, optional: bool = False) -> model.Test:
    return model.Test(term(label, value_type, optional), Members(frozenset(values)))


def runs(*pairs: tuple[int, int], value_type: ValueType = COUNT) -> model.Test:
    return model.Test(term("n", value_type), Runs(pairs))


DAYS = {name: term(name, DATE) for name in ("x", "y")}
AFTER = Period(14, "days", False, "after", tuple(day.fact for day in DAYS.values()))


DISTRICT = term("to", KINDS, chain=("district", "kind"))
A, B = members("a", boolean(), "true"), members("b", boolean(), "false")


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (ALWAYS, "true"),
        (NEVER, "false"),
        (A, "a"),
        (B, "not b"),
        (All((A, B)), "a and not b"),
        (Some((A, All((A, B)))), "a or (a and not b)"),
        (Negation(Some((A, B))), "not (a or not b)"),
        (members("mode", MODES, "sea"), "mode is sea"),
        (members("mode", MODES, "sea", "road"), "mode is not rail"),
        (members("mode", MODES, "sea", "road", optional=True), "mode in { sea, road }"),
        (members("site", KINDS, "place", "area", "zone", "store"), "site is place"),
        (members("site", KINDS, "area", "zone", "port"), "site in { area, port }"),
        (members("site", KINDS, "place", "area", "zone", "port"), "site is not store"),
        (members("to", OFFICES, "4917", "4905"), 'to in { "4905", "4917" }'),
        (model.Test(term("to", OFFICES), Below(frozenset({"4900"}))), 'to in "4900"'),
        (
            model.Test(term("to", KINDS, chain=("district", "kind")), Members(frozenset({"port"}))),
            "to.district.kind is port",
        ),
        (model.Test(term("n", COUNT), IsAbsent()), "n is absent"),
        (Negation(model.Test(term("n", COUNT), IsAbsent())), "n is given"),
        (runs((3, 3)), "n is 3"),
        (runs((0, 4)), "n <= 4"),
        (runs((5, 99)), "n >= 5"),
        (runs((0, 99)), "n is given"),
        (All((A, runs((0, 1), (5, 7)))), "a and (n <= 1 or n between 5 and 7)"),
        (
            runs((date(2016, 1, 1).toordinal(), date(2016, 12, 31).toordinal()), value_type=DATE),
            "n between 2016-01-01 and 2016-12-31",
        ),
        (Same(term("x", MODES), term("y", MODES)), "x is y"),
    ],
)
def test_a_condition_reads_as_it_would_be_written(condition: Condition, expected: str) -> None:
    assert condition_words(condition) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (PERMIT, "permit q"),
        (FORBID, "forbid q"),
        (REQUIRE, "require q"),
        (EXEMPT, "exempt q"),
        (Deontic(True, True), "permit and exempt q"),
        (Deontic(False, True), "forbid and exempt q"),
        (Deontic(True, False, "carrier"), "require q by carrier"),
        (Deontic(True, False, "carrier", AFTER), "require q by carrier within 14 days after the earliest of x, y"),
        (Decided("14"), "decide q is 14"),
        (LeftTo("customs"), "leave q to customs"),
        (LeftOpen(), "leave q open"),
    ],
)
def test_what_a_provision_says(said: Said, expected: str) -> None:
    here = Span("t.rules", 1, 1, 1, 2)
    assert effect_words(Effect("q", ALWAYS, said, None, here), words("en")) == expected
    assert effect_words(Effect("q", A, said, None, here), words("en")) == f"{expected}, if a"


def test_special_pairs() -> None:
    assert specialty_text([("a47", "tz_2")], "en", 88) == ("Special before general\n  a47 is special, tz_2 general\n")
    assert specialty_text([], "en", 88) == "No two provisions whose answers can clash are special and general.\n"
