"""Periods, as tails of duties and in conditions, and questions whose deed is late: nodes written out by hand."""

import pytest

from tests.unit.syntax.trees import Tree, condition, effect, holds, name, number, path, rule


def period(count: str, unit: str, at_least: bool, side: str, *anchors: Tree) -> Tree:
    return (
        "Period", ("amount", number(count, unit)), ("at_least", at_least), ("side", side), ("anchors", anchors),
    )  # fmt: skip


PERIODS = [
    ("within 10 working days after f", period("10", "working days", False, "after", path("f"))),
    ("within 1 day before f", period("1", "days", False, "before", path("f"))),
    ("at least 24 hours before leg.f", period("24", "hours", True, "before", path("leg", "f"))),
    ("at least 30 minutes after f", period("30", "minutes", True, "after", path("f"))),
    (
        "within 6 months after earliest of f, leg.g,\n h",
        period("6", "months", False, "after", path("f"), path("leg", "g"), path("h")),
    ),
    ("within 6 months before earliest of f", period("6", "months", False, "before", path("f"))),
    ("at least 2 days before earliest of f, g", period("2", "days", True, "before", path("f"), path("g"))),
    ("at least 2 days after earliest of f, g", period("2", "days", True, "after", path("f"), path("g"))),
]


@pytest.mark.parametrize(("text", "wanted"), PERIODS)
def test_a_period_of_a_duty(text: str, wanted: Tree) -> None:
    assert effect(f"require q {text}") == rule("require", tails=(wanted,))
    bearer = ("By", ("role", name("r")))
    assert effect(f"require q by r {text}") == rule("require", tails=(bearer, wanted))
    assert effect(f"require q {text}, by r") == rule("require", tails=(wanted, bearer))


@pytest.mark.parametrize(("text", "wanted"), PERIODS)
def test_a_period_in_a_condition(text: str, wanted: Tree) -> None:
    left = path("a", "x")
    assert condition(f"a.x is {text},") == ("Timed", ("left", left), ("period", wanted), ("negated", False))
    negated = ("Timed", ("left", left), ("period", wanted), ("negated", True))
    assert condition(f"a.x is not {text}") == negated
    assert condition(f"(a.x is not {text}) or b") == ("Or", ("parts", (negated, holds("b"))))


def test_what_stands_before_a_period_may_be_computed() -> None:
    sum_of_both = ("Arithmetic", ("operator", "+"), ("left", path("x")), ("right", number("1", "days")))
    assert condition("x + 1 day is within 1 day before f") == (
        "Timed", ("left", sum_of_both), ("period", PERIODS[1][1]), ("negated", False),
    )  # fmt: skip


def test_a_question_answered_too_late() -> None:
    assert condition("q is late") == ("Late", ("question", path("q")), ("negated", False))
    assert condition("leg.q is not late") == ("Late", ("question", path("leg", "q")), ("negated", True))
    negation = ("Not", ("part", ("Late", ("question", path("q")), ("negated", False))))
    assert condition("not q is late unless r") == ("Unless", ("condition", negation), ("excluded", holds("r")))


def test_late_behind_what_is_no_path_is_a_value() -> None:
    difference = ("Arithmetic", ("operator", "-"), ("left", path("a")), ("right", path("b")))
    assert condition("a - b is not late") == (
        "Compare", ("operator", "is not"), ("left", difference), ("right", path("late")),
    )  # fmt: skip
