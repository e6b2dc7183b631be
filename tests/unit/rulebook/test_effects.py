"""Effects: every way of saying something on a question, brought to one form, and what does not fit its question."""

import pytest

from checker.rulebook.model import (
    ALWAYS,
    EXEMPT,
    FORBID,
    PERMIT,
    REQUIRE,
    Condition,
    Decided,
    Deontic,
    Fact,
    LeftOpen,
    LeftTo,
    Members,
    Negation,
    Period,
    Said,
    Term,
)
from checker.rulebook.model import Test as OneTest
from tests.unit.rulebook.books import book, findings_of, written_at, wrong

PREFIX = "provision p cites a "


def effects(text: str) -> list[tuple[str, Condition, Said]]:
    """Return what one provision says: the question, where it holds, what is said."""
    return [(e.question, e.condition, e.said) for e in book(PREFIX + text).provisions["p"].effects]


def mode_in(*values: str) -> OneTest:
    """Return the condition that the plan's choice on the question `way` is among some values."""
    fact = book(PREFIX + "permit way").questions["way"].about
    assert fact is not None
    return OneTest(Term(fact, (), fact.type), Members(frozenset(values)))


def fact_is(name: str) -> OneTest:
    """Return the condition that a boolean fact of the plan is true."""
    (conjunct,) = book(f"{PREFIX} when {name} permit carry").provisions["p"].conjuncts
    assert isinstance(conjunct.condition, OneTest)
    return conjunct.condition


@pytest.mark.parametrize(
    ("word", "said"), [("permit", PERMIT), ("forbid", FORBID), ("require", REQUIRE), ("exempt", EXEMPT)]
)
def test_a_plain_effect_says_one_thing_always(word: str, said: Deontic) -> None:
    assert effects(f"{word} carry") == [("carry", ALWAYS, said)]


def test_only_if_says_the_opposite_elsewhere() -> None:
    wet = fact_is("wet")
    assert effects("permit carry only if wet") == [("carry", wet, PERMIT), ("carry", Negation(wet), FORBID)]
    assert effects("require carry only if wet") == [("carry", wet, REQUIRE), ("carry", Negation(wet), EXEMPT)]


def test_values_of_a_choice() -> None:
    some, one = mode_in("sea", "road"), mode_in("air")
    assert effects("permit way") == [("way", ALWAYS, PERMIT)]
    assert effects("permit way in { sea, road }") == [("way", some, PERMIT)]
    assert effects("permit way { sea, road }") == [("way", some, PERMIT)]
    assert effects("permit way only in { sea, road }") == [("way", some, PERMIT), ("way", Negation(some), FORBID)]
    assert effects("forbid way in { sea, road }") == [("way", some, FORBID)]
    assert effects("require way is air") == [("way", one, REQUIRE), ("way", Negation(one), FORBID)]


def test_the_chosen_values_of_a_tree_are_spread_out() -> None:
    text = """kinds place { area { zone } port }
fact where : place
question whither "Whither?" about where
"""
    (effect,) = book(f"{text}{PREFIX} permit whither in {{ area }}").provisions["p"].effects
    assert isinstance(effect.condition, OneTest)
    assert effect.condition.values == Members(frozenset(("area", "zone")))


def test_what_is_decided_is_written_in_the_spelling_of_the_answers() -> None:
    assert effects("decide days is 14") == [("days", ALWAYS, Decided("14"))]
    assert effects('decide penalty is "a fine"') == [("penalty", ALWAYS, Decided("a fine"))]
    text = """question rate "How much?" answers percent
question which "Which?" answers one of { low/低, high }
provision p cites a decide rate is 2.50 percent decide which is 低
provision q cites a decide rate   between 5 and 30   percent of kg by_the_way
fact gross/毛重 : integer
provision share cites a decide rate between 5 and 30 percent of 毛重
""".replace(" by_the_way", "")
    loaded = book(text).provisions
    assert [e.said for e in loaded["p"].effects] == [Decided("2.5"), Decided("low")]
    assert [e.said for e in loaded["q"].effects] == [Decided("between 5 and 30 percent of kg")]
    assert [e.said for e in loaded["share"].effects] == [Decided("between 5 and 30 percent of gross")]


def test_what_is_left() -> None:
    assert effects("leave carry to customs") == [("carry", ALWAYS, LeftTo("customs"))]
    assert effects("leave days open") == [("days", ALWAYS, LeftOpen())]


def test_the_bearer_is_part_of_what_is_said_and_not_of_its_opposite() -> None:
    wet = fact_is("wet")
    assert effects("require carry by 承运人") == [("carry", ALWAYS, Deontic(True, False, "carrier"))]
    assert effects("require carry only if wet by carrier") == [
        ("carry", wet, Deontic(True, False, "carrier")),
        ("carry", Negation(wet), EXEMPT),
    ]


DATES = """record trip { left_at : datetime  came_on : date }
fact trips : list of trip
fact seen_at/查验时间 : datetime
question pay "When must it be paid?" done at day
question call "When must it be announced?" done at seen_at
question land "When must it land?" for each trip in trips done at trip.came_on
question part "When must it part?" for each t in trips done at t.left_at
"""


def said(text: str, question: str) -> list[Said]:
    """Return what the provision says on one question of those with dates."""
    effects_read = book(f"{DATES}{PREFIX}{text}").provisions["p"].effects
    return [effect.said for effect in effects_read if effect.question == question]


def anchor(label: str) -> Fact:
    """Return a date of the plan, or of each trip, that a question of those with dates is governed by."""
    subject = "for each trip in trips " if label.startswith("trip.") else ""
    (fact,) = book(f"{DATES}question w {subject}governed by {label}").questions["w"].governed_by
    return fact


@pytest.mark.parametrize(
    ("word", "do", "leave"),
    [("permit", True, None), ("forbid", False, None), ("require", True, False), ("exempt", None, True)],
)
def test_the_period_is_part_of_what_is_said(word: str, do: bool | None, leave: bool | None) -> None:
    fortnight = Period(14, "days", False, "after", (anchor("day"),))
    assert said(f"{word} pay within 14 days after day", "pay") == [Deontic(do, leave, None, fortnight)]


def test_bearer_period_and_note_stand_side_by_side() -> None:
    ahead = Period(24, "hours", True, "before", (anchor("seen_at"),))
    text = 'require call at least 24 hours before 查验时间 note "in writing" by carrier'
    (effect,) = book(f"{DATES}{PREFIX}{text}").provisions["p"].effects
    assert (effect.said, effect.note) == (Deontic(True, False, "carrier", ahead), "in writing")


def test_the_opposite_of_a_duty_has_no_period() -> None:
    month = Period(1, "months", False, "after", (anchor("day"),))
    assert said("require pay only if wet within 1 months after day", "pay") == [
        Deontic(True, False, None, month),
        EXEMPT,
    ]


def test_a_period_may_run_from_a_date_of_the_element() -> None:
    period = Period(10, "working_days", False, "after", (anchor("trip.came_on"),))
    text = "require land within 10 working days after trip.came_on"
    assert said(text, "land") == [Deontic(True, False, None, period)]


def test_of_several_dates_the_earliest_counts() -> None:
    period = Period(3, "days", False, "before", (anchor("day"), anchor("seen_at")))
    assert said("require pay within 3 days before earliest of seen_at, day", "pay") == [
        Deontic(True, False, None, period)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "require call within 24 hours after seen_at",
        "require call at least 30 minutes before seen_at",
        "require part within 2 hours after t.left_at",
        "require carry within 2 hours after seen_at",
        "require pay within 1 days after seen_at",
        "require pay within 2 months after day",
    ],
)
def test_a_period_of_hours_needs_the_time_of_the_deed(text: str) -> None:
    """A question without `done at` compares nothing, so any period will do."""
    book(f"{DATES}{PREFIX}{text}")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("require pay at least 24 hours before seen_at", "at least 24 hours before seen_at"),
        ("require land within 30 minutes after trip.left_at", "within 30 minutes after trip.left_at"),
    ],
)
def test_where_only_the_day_of_the_deed_is_known_a_period_of_hours_is_found(text: str, period: str) -> None:
    whole = f"{DATES}{PREFIX}{text}"
    (finding,) = findings_of(whole)
    assert (finding.id, written_at(whole, finding)) == ("T301", period)
    assert "is a day without a time" in str(finding.message)


def test_a_note_travels_with_every_part() -> None:
    loaded = book(PREFIX + 'permit carry only if wet note "by rail" forbid store').provisions["p"]
    assert [(e.question, e.note) for e in loaded.effects] == [
        ("carry", "by rail"),
        ("carry", "by rail"),
        ("store", None),
    ]


def test_an_effect_on_a_leg_may_speak_of_the_leg_though_the_provision_may_not() -> None:
    (carried, moved, not_moved) = book(PREFIX + "permit carry permit move only if leg.far").provisions["p"].effects
    assert carried.condition == ALWAYS
    assert not_moved.condition == Negation(moved.condition)
    assert isinstance(moved.condition, OneTest)
    assert moved.condition.term.fact.key == ("legs[]", "far")


@pytest.mark.parametrize(
    ("text", "finding", "place"),
    [
        ("forbid carry only if wet", "T303", "forbid carry only if wet"),
        ("exempt carry only if wet", "T303", "exempt carry only if wet"),
        ("permit days", "T303", "permit days"),
        ("exempt penalty", "T303", "exempt penalty"),
        ("permit carry in { sea }", "T303", "permit carry in { sea }"),
        ("permit carry only in { sea }", "T303", "permit carry only in { sea }"),
        ("require carry is sea", "T303", "require carry is sea"),
        ("exempt way in { sea }", "T303", "exempt way in { sea }"),
        ("permit way is sea", "T303", "permit way is sea"),
        ("forbid way only in { sea }", "T303", "forbid way only in { sea }"),
        ("decide carry is 5", "T303", "decide carry is 5"),
        ("decide way is sea", "T303", "decide way is sea"),
        ("decide carry between 5 and 6", "T303", "decide carry between 5 and 6"),
        ("decide penalty between 5 and 6", "T303", "decide penalty between 5 and 6"),
        ("decide days is kg", "T303", "kg"),
        ("decide days is 5 + 6", "T303", "5 + 6"),
        ("permit way in { wet }", "T303", "wet"),
        ("decide days is 100", "T302", "100"),
        ("decide days is 1.5", "T302", "1.5"),
        ("decide days is many", "T302", "many"),
        ("decide penalty is fine", "T302", "fine"),
        ("decide days between 6 and 5", "T302", "6 and 5"),
        ("decide days between 1.5 and 2", "T302", "1.5"),
        ("decide days between 5 and 6 of rail", "T301", "rail"),
        ("decide days between 5 and 6 of rale", "N201", "rale"),
        ("permit way in { see }", "N201", "see"),
        ("permit carry by carier", "N201", "carier"),
        ("leave carry to custom", "N201", "custom"),
        ("decide days is 5 by carrier", "T303", "by carrier"),
        ("permit cary", "N201", "cary"),
        ("permit carry only if wett", "N201", "wett"),
        ("decide days is 5 within 14 days after day", "T303", "within 14 days after day"),
        ("decide days between 5 and 6 within 3 months after day", "T303", "within 3 months after day"),
        ("leave carry to customs within 14 days after day", "T303", "within 14 days after day"),
        ("leave carry open at least 2 days before day", "T303", "at least 2 days before day"),
        ("require carry within 14 days after dey", "N201", "dey"),
        ("require carry within 14 days after leg.at", "T304", "leg"),
        ("require carry within 14 days after day within 15 days after day", "S104", "within 15 days after day"),
        ("require carry by carrier by customs", "S104", "by customs"),
        ("apply q", "N201", "q"),
    ],
)
def test_an_effect_that_does_not_fit_is_found_where_it_stands(text: str, finding: str, place: str) -> None:
    found = findings_of(PREFIX + text)
    assert [(f.id, written_at(PREFIX + text, f)) for f in found] == [(finding, place)]


@pytest.mark.parametrize(
    ("answers", "value", "finding"),
    [("boolean", "maybe", "T302"), ("one of { low, high }", "lw", "N201"), ("one of { low, high }", "low.lw", "N201")],
)
def test_a_value_of_a_list_that_cannot_be_read(answers: str, value: str, finding: str) -> None:
    text = f"question which answers {answers}\n{PREFIX}decide which is {value}"
    (found,) = findings_of(text)
    assert (found.id, written_at(text, found)) == (finding, value)


def test_the_effects_of_a_provision_are_all_looked_at() -> None:
    text = "provision p cites a\n permit cary\n permit days\n decide days is 200\n permit way in { see }"
    assert wrong(text) == [("N201", 2), ("T303", 3), ("T302", 4), ("N201", 5)]


def test_an_unknown_question_hides_nothing_else() -> None:
    text = "provision p cites a\n permit cary only if wett by carier\n leave cary to custom\n"
    assert wrong(text) == [("N201", 2), ("N201", 2), ("N201", 2), ("N201", 3), ("N201", 3)]
