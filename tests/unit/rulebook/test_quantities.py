"""Quantities: sums and differences, two facts in order, and every mixture of kinds that does not fit."""

import pytest

from checker.rulebook.model import (
    All,
    Constant,
    FiniteType,
    IsAbsent,
    Members,
    Negation,
    OrderedType,
    Reckoned,
    Runs,
    Same,
    Some,
    Term,
)
from checker.rulebook.model import Test as OneTest
from tests.unit.rulebook.conditions_of_books import DAY, KG, LIMIT, MOMENT, fact, grade, refused, says, term
from tests.unit.rulebook.conditions_read import refused as refused_at

FAR = LIMIT * LIMIT
KM = OrderedType("integer", 0, None, 0, 5000)
INTEGER = OrderedType("integer", 0, None, -LIMIT, LIMIT)

day, due = term(fact("day", DAY)), term(fact("due", DAY))
seen_at, sent_at = term(fact("seen_at", MOMENT)), term(fact("sent_at", MOMENT))
kg, free = term(fact("kg", KG)), term(fact("free", INTEGER))


def minus(first: Term, second: Term, *runs: tuple[int, int], form: str = "order") -> Reckoned:
    """Test a difference; the first fact must be the first by the order of addends."""
    return Reckoned(((1, first), (-1, second)), Runs(runs), form)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("day < due", (-FAR, -1)),
        ("day <= due", (-FAR, 0)),
        ("day > due", (1, FAR)),
        ("day >= due", (0, FAR)),
        ("day is due", (0, 0)),
        ("due < day", (1, FAR)),
        ("due >= day", (-FAR, 0)),
        ("due is day", (0, 0)),
    ],
)
def test_two_facts_in_order_are_their_difference(text: str, runs: tuple[int, int]) -> None:
    assert says(text) == minus(day, due, runs)


def test_two_facts_that_are_not_equal() -> None:
    assert says("day is not due") == Negation(minus(day, due, (0, 0)))
    assert says("ware is not other_ware") == Negation(says("ware is other_ware"))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("day <= seen_at", (-FAR, 0)),
        ("day < seen_at", (-FAR, -1440)),
        ("day > seen_at", (1, FAR)),
        ("day >= seen_at", (-1439, FAR)),
        ("day is seen_at", (-1439, 0)),
        ("seen_at >= day", (-FAR, 0)),
        ("seen_at > day", (-FAR, -1440)),
        ("seen_at < day", (1, FAR)),
        ("seen_at <= day", (-1439, FAR)),
        ("seen_at is day", (-1439, 0)),
    ],
)
def test_a_day_meets_a_moment_by_its_calendar_day(text: str, runs: tuple[int, int]) -> None:
    """The minutes of day d are 1440·d to 1440·d + 1439; tested is 1440·day - seen_at."""
    assert says(text) == Reckoned(((1440, day), (-1, seen_at)), Runs((runs,)), "order")


def test_levels_are_compared_level_by_level() -> None:
    def test(name: str, *levels: str) -> OneTest:
        return OneTest(term(fact(name, grade())), Members(frozenset(levels)))

    above_low, above_mid = (
        All((test("one", "mid", "high"), test("two", "low"))),
        All((test("one", "high"), test("two", "mid"))),
    )
    assert says("one > two") == Some((above_low, above_mid))
    assert says("two < one") != says("one > two")
    at_least = [("low", ("low", "mid", "high")), ("mid", ("mid", "high")), ("high", ("high",))]
    assert says("one >= two") == Some(
        tuple(All((test("one", *there), test("two", level))) for level, there in at_least)
    )
    assert isinstance(says("one is two"), Same)
    assert isinstance(grade(), FiniteType)


def arithmetic(*addends: tuple[int, Term], runs: tuple[int, int]) -> Reckoned:
    return Reckoned(addends, Runs((runs,)), "arithmetic")


@pytest.mark.parametrize(
    "text", ["due - day >= 2 days", "2 days <= due - day", "due >= day + 2 days", "day <= due - 48 hours"]
)
def test_a_day_from_a_day_is_a_duration(text: str) -> None:
    """`due - day >= 2`, the first factor positive: `day - due <= -2`."""
    assert says(text) == arithmetic((1, day), (-1, due), runs=(-FAR, -2))


def test_a_limit_between_whole_days_is_rounded_to_the_days_that_reach_it() -> None:
    assert says("day - due > 36 hours") == arithmetic((1, day), (-1, due), runs=(2, FAR))
    assert says("day - due <= 36 hours") == arithmetic((1, day), (-1, due), runs=(-FAR, 1))


def test_a_moment_from_a_moment_is_exact_to_the_minute() -> None:
    expected = arithmetic((1, seen_at), (-1, sent_at), runs=(-FAR, 2879))
    assert says("seen_at - sent_at < 2 days") == expected
    assert says("lead < 2 days", before="define lead = seen_at - sent_at") == expected
    assert says("seen_at < sent_at + 2 days") == expected


def test_a_moment_may_move_by_a_duration_that_is_a_fact() -> None:
    spell = term(fact("spell", OrderedType("duration", 0, None, 0, LIMIT)))
    assert says("seen_at + spell <= sent_at") == arithmetic((1, seen_at), (-1, sent_at), (1, spell), runs=(-FAR, 0))


def test_a_day_may_move_by_the_days_between_two_days() -> None:
    assert says("day + gap is due", before="define gap = due - day") == Constant(True)
    assert says("due + gap > day + 5 days", before="define gap = due - day") == arithmetic(
        (1, day), (-1, due), runs=(-FAR, -3)
    )


def test_sums_are_brought_together_and_divided() -> None:
    """Twice `kg` is above 5 when `kg` is at least 3; a fact twice is reckoned, for two facts could have been meant."""
    assert says("kg + kg > 5") == arithmetic((1, kg), runs=(3, FAR))
    assert says("kg + free - kg > 5") == arithmetic((1, free), runs=(6, FAR))
    assert says("5 + kg - 3 > free") == arithmetic((1, free), (-1, kg), runs=(-FAR, 1))


def test_what_cancels_out_leaves_a_constant() -> None:
    assert says("kg - kg <= 0") == Constant(True)
    assert says("kg + 1 > kg + 1") == Constant(False)


def test_what_cancels_out_must_still_be_given() -> None:
    condition = says("paid_on is given and paid_on >= paid_on")
    assert isinstance(condition, All)
    absent = condition.parts[1]
    assert isinstance(absent, All)
    assert absent.parts[1] == Constant(True)
    guard = absent.parts[0]
    assert isinstance(guard, Negation)
    assert isinstance(guard.part, OneTest)
    assert (guard.part.term.fact.label, guard.part.values) == ("paid_on", IsAbsent())


def test_decimals_are_brought_to_one_scale() -> None:
    kg3, net2 = ("decimal(3) kg", "decimal(2) kg")
    before = f"fact gross : {kg3}\nfact net : {net2}\nfact tare : {net2}"
    gross = term(fact("gross", OrderedType("decimal", 3, "kg", 0, LIMIT)))
    net = term(fact("net", OrderedType("decimal", 2, "kg", 0, LIMIT)))
    tare = term(fact("tare", OrderedType("decimal", 2, "kg", 0, LIMIT)))
    assert says("net + gross > 0.300", before=before) == arithmetic((1, gross), (10, net), runs=(301, FAR))
    assert says("net + tare > 0.3", before=before) == arithmetic((1, net), (1, tare), runs=(31, FAR))
    assert says("gross <= net", before=before) == Reckoned(((1, gross), (-10, net)), Runs(((-FAR, 0),)), "order")


def test_a_definition_that_is_one_fact_or_a_constant_is_tested_as_such() -> None:
    test = says("kg > 5")
    assert isinstance(test, OneTest)
    assert says("w > limit", before="define w = kg\ndefine limit = 5") == test
    assert says("kg > 2 + 3") == says("kg >= limit", before="define limit = 2 + 4") == test
    assert says("day < 2016-01-01 + 31 days") == says("day < 2016-02-01")
    assert says("spot is sea", before="define spot = way") == says("way is sea")


def test_between_and_sets_may_hold_facts() -> None:
    km = fact("km", KM, "legs", "leg.km")
    assert says("kg between leg.km and 5", "move") == All(
        (Reckoned(((1, kg), (-1, term(km))), Runs(((0, FAR),)), "order"), says("kg <= 5"))
    )
    assert says("kg in { 5, free - 1 }") == Some((says("kg is 5"), arithmetic((1, free), (-1, kg), runs=(1, 1))))
    assert says("kg + free between 5 and 7") == arithmetic((1, free), (1, kg), runs=(5, 7))
    assert says("one between two and high") == All((says("one >= two"), says("one <= high")))
    assert says("day in { due, 2016-01-01 }") == Some((says("day is 2016-01-01"), says("day is due")))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kg > day", "`kg` is a whole number and `day` is a day: they cannot be compared"),
        ("price > cost", "`price` is an amount of CNY and `cost` is an amount of USD: they cannot be compared"),
        ("kg + share > 5", "`kg` is a whole number and `share` is a percentage: they cannot be added"),
        ("day + due > 5", "`day` is a day and `due` is a day: they cannot be added"),
        ("2 days - day > 1 days", "`2 days` is a duration and `day` is a day: they cannot be taken from one another"),
        ("day + kg > due", "`day` is a day and `kg` is a whole number: they cannot be added"),
        ("due - day > day", "`due - day` is a duration and `day` is a day: they cannot be compared"),
        ("day + 36 hours > due", "`day` is a day, and `36 hours` need not be whole days: a day moves by whole days"),
        ("day + spell > due", "`day` is a day, and `spell` need not be whole days: a day moves by whole days"),
        ("day + 5 > due", "`5` does not say how long"),
        ("spell + 5 > spell", "`5` does not say how long"),
        ("seen_at + 3 months > sent_at", "`3 months` has no fixed length: it is counted in periods alone"),
        ("ware + 1 is ware", "`ware` is a goods code, and cannot be reckoned with"),
        ("ware < other_ware", "goods codes are compared by `is`, `in` and `starts with`"),
        ("kg + way > 5", "`way` is no number, day or time"),
        ("way > kg + 1", "`way` is no number, day or time"),
        ("kg + carry > 5", "`carry` is no number, day or time"),
        ("kg + legs > 5", "`legs` is no number, day or time"),
        ("1 + 2 > 2", "no fact is tested here"),
        ("kg + 1", "`kg + 1` is no condition: it is neither true nor false"),
        ("kg + 1 is given", "`kg + 1` is computed, and no fact"),
        ('kg + 1 starts with "3"', "`kg + 1` is computed, and no fact"),
        ("kg + 1 is true", "`true` is no number, day or time"),
        ("remark < kg", "`remark` is text, which is carried and never tested"),
    ],
)
def test_kinds_that_do_not_fit_are_named(text: str, message: str) -> None:
    assert refused(text) == [("T301", message)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kg + 1 > 5.5", "`5.5` has too many decimals: a whole number has no decimals"),
        ("price + 1 > 5 USD", "`5 USD` is not an amount of CNY"),
        ("kg + 1 between 7 and 5", "no value lies between these two"),
        ("due - day > 5", "`5` is not a duration written like `2 days 3 hours`"),
        ("day + 1 days > 5", "`5` is not a day written like `2015-10-12`"),
    ],
)
def test_constants_are_read_by_what_they_meet(text: str, message: str) -> None:
    assert refused(text) == [("T302", message)]


def test_attributes_of_codes_are_compared_with_constants_alone() -> None:
    assert refused_at("home.fee + 1 > 5") == [("T301", "home.fee")]
    assert refused_at("home.fee > home.district.fee") == [("T301", "home.fee"), ("T301", "home.district.fee")]


def test_several_mistakes_are_found_at_once() -> None:
    assert [m for _, m in refused("kg + way > 5 and kgg + share > 1")] == [
        "`way` is no number, day or time",
        "no fact is named `kgg`",
    ]
