"""Tests on lists: counts and sums over elements, each fact with the number of the test whose element it is of."""

import pytest

from checker.rulebook.model import (
    ALWAYS,
    All,
    Condition,
    Count,
    Fact,
    Listed,
    Members,
    Negation,
    OrderedType,
    Reckoned,
    Runs,
    Sum,
)
from checker.rulebook.model import Test as OneTest
from tests.unit.rulebook.conditions_of_books import BOOLEAN, LIMIT, NET, WEIGHT, fact, refused, says, term

TRUCKS = Listed("trucks", "trucks", None, 0, 1, "trucks")
LOADS = Listed("trucks[].loads", "loads", "trucks", 1, 2, "truck.loads")
LEGS = Listed("legs", "legs", None, 0, 1, "legs")
INTEGER = OrderedType("integer", 0, None, 0, 5000)
FAR = 10**36


def holds(of: Fact) -> OneTest:
    return OneTest(term(of), Members(frozenset(("true",))))


def counted(count: Count, *runs: tuple[int, int]) -> Reckoned:
    return Reckoned(((1, count),), Runs(runs), "count")


def big(binder: int) -> OneTest:
    return holds(fact("big", BOOLEAN, "trucks", "truck.big", binder))


def mixed(binder: int) -> OneTest:
    return holds(fact("mixed", BOOLEAN, "trucks[].loads", "load.mixed", binder))


def far(binder: int) -> OneTest:
    return holds(fact("far", BOOLEAN, "legs", "leg.far", binder))


def test_any_every_and_no_are_counts() -> None:
    assert says("any t in trucks: (t.big)") == counted(Count(TRUCKS, big(1)), (1, LIMIT))
    assert says("no t in trucks: (t.big)") == counted(Count(TRUCKS, big(1)), (0, 0))
    assert says("every t in trucks: (t.big)") == counted(Count(TRUCKS, Negation(big(1))), (0, 0))
    assert says("not any t in trucks: (t.big)") == Negation(says("any t in trucks: (t.big)"))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("> 1", ((2, LIMIT),)),
        (">= 1", ((1, LIMIT),)),
        ("< 2", ((0, 1),)),
        ("<= 2", ((0, 2),)),
        ("is 2", ((2, 2),)),
        ("between 1 and 3", ((1, 3),)),
        ("in { 1, 3, 2, 7 }", ((1, 3), (7, 7))),
        ("< 0", ()),
    ],
)
def test_a_count_is_never_negative(text: str, runs: tuple[tuple[int, int], ...]) -> None:
    assert says(f"count t in trucks where (t.big) {text}") == counted(Count(TRUCKS, big(1)), *runs)


def test_a_count_without_a_condition_is_of_all_elements() -> None:
    assert says("2 > count t in trucks") == counted(Count(TRUCKS, ALWAYS), (0, 1))
    assert says("count t in trucks is not 2") == Negation(counted(Count(TRUCKS, ALWAYS), (2, 2)))


def test_lists_in_lists_are_found_from_the_element_around_them() -> None:
    inner = counted(Count(LOADS, All((mixed(2), big(1)))), (1, LIMIT))
    text = "any t in trucks: (any l in t.loads: (l.mixed and t.big))"
    assert says(text) == counted(Count(TRUCKS, inner), (1, LIMIT))


def test_an_inner_variable_hides_an_outer_one() -> None:
    inner = counted(Count(LOADS, mixed(2)), (0, 0))
    assert says("any x in trucks: (x.big and no x in x.loads: (x.mixed))") == counted(
        Count(TRUCKS, All((big(1), inner))), (1, LIMIT)
    )


def test_the_subject_keeps_nought_and_other_elements_of_its_list_have_numbers() -> None:
    condition = says("leg.far and any o in legs: (not o.far and leg.far)", "move")
    inner = counted(Count(LEGS, All((Negation(far(1)), far(0)))), (1, LIMIT))
    assert condition == All((far(0), inner))


def test_a_list_of_the_subject_is_found_from_the_subject() -> None:
    question = "question q for each t in trucks\nprovision other cites a permit q"
    own = Listed("trucks[].loads", "loads", "trucks", 0, 1, "truck.loads")
    assert says("any l in t.loads: (l.mixed)", "q", question) == counted(Count(own, mixed(1)), (1, LIMIT))


def test_definitions_on_records_are_read_of_the_element() -> None:
    before = "define truck.heavy = any l in truck.loads: (l.mixed)\ndefine some = any t in trucks: (t.heavy)"
    inner = counted(Count(LOADS, mixed(2)), (1, LIMIT))
    whole = counted(Count(TRUCKS, inner), (1, LIMIT))
    assert says("any t in trucks: (t.heavy)", before=before) == whole
    assert says("some", before=before) == whole


def test_a_definition_of_the_plan_within_a_list_counts_the_lists_around_it() -> None:
    before = "define some = any g in legs: (g.far)"
    inner = counted(Count(Listed("legs", "legs", None, 0, 2, "legs"), far(2)), (1, LIMIT))
    assert says("any t in trucks: (some)", before=before) == counted(Count(TRUCKS, inner), (1, LIMIT))


def weight(binder: int) -> Fact:
    return fact("kg", WEIGHT, "trucks[].loads", "load.kg", binder)


def test_a_sum_over_elements() -> None:
    km = term(fact("km", INTEGER, "legs", "leg.km", 1))
    assert says("sum g.km of g in legs >= 300") == Reckoned(((1, Sum(LEGS, km)),), Runs(((300, FAR),)), "arithmetic")
    assert says("300 > sum g.km of g in legs") == Reckoned(((1, Sum(LEGS, km)),), Runs(((-FAR, 299),)), "arithmetic")


def test_a_sum_within_a_list_may_meet_a_fact_of_the_element_around_it() -> None:
    limit = term(fact("limit", WEIGHT, "trucks", "truck.limit", 1))
    sum_ = Sum(LOADS, term(weight(2)))
    condition = says("any t in trucks: (sum l.kg of l in t.loads > t.limit)")
    # `Sum(…)` comes before `Term(…)` in the order of the addends.
    assert condition == counted(
        Count(TRUCKS, Reckoned(((1, sum_), (-1, limit)), Runs(((1, FAR),)), "arithmetic")), (1, LIMIT)
    )


def test_a_sum_of_what_is_reckoned_of_each_element_is_a_sum_of_sums() -> None:
    """Net weights have two decimals, gross weights three; 1.5 kg of packing for each load is 1500 thousandths."""
    before = "define load.tare = load.kg - load.net + 1.5"
    kg, net = Sum(LOADS, term(weight(2))), Sum(LOADS, term(fact("net", NET, "trucks[].loads", "load.net", 2)))
    (addends,) = [
        condition.where.addends
        for condition in _counts(says("any t in trucks: (sum l.tare of l in t.loads > 0)", before=before))
        if isinstance(condition.where, Reckoned)
    ]
    # All factors, 1500, 1 and -10, stay as they are: they have no common divisor.
    assert addends == ((1500, Count(LOADS, ALWAYS)), (1, kg), (-10, net))


def _counts(condition: Condition) -> list[Count]:
    assert isinstance(condition, Reckoned)
    return [addend for _, addend in condition.addends if isinstance(addend, Count)]


@pytest.mark.parametrize(
    ("text", "id_", "message"),
    [
        ("any g in legs: (g.fra)", "N201", "no field of `g` is named `fra`"),
        ("any g in kg: (g.far)", "T301", "`kg` is no list"),
        ("any g in extra: (g.note)", "T301", "`extra` is no list"),
        ("any g in leggs: (g.far)", "N201", "no fact is named `leggs`"),
        ("any l in trucks.loads: (l.mixed)", "T304", "`trucks` is a list: `loads` belongs to each of its elements"),
        ("sum g.far of g in legs > 1", "T301", "`g.far` is no number, day or time"),
        ("sum g.sent_on of g in legs > 1", "T301", "`g.sent_on` is a day, and cannot be added up"),
        ("sum kg of g in legs > 1", "T301", "`kg` is not of each element of `legs` alone, so it cannot be added up"),
        ("count g in legs", "T301", "`count g in legs` is no condition: it is neither true nor false"),
        ("count g in legs > 1.5", "T302", "`1.5` has too many decimals: a whole number has no decimals"),
        ("count g in legs is given", "T301", "`count g in legs` is computed, and no fact"),
    ],
)
def test_mistakes_in_tests_on_lists(text: str, id_: str, message: str) -> None:
    found = refused(text)
    assert [each for each, _ in found] == [id_]
    assert message in found[0][1]


def test_lists_nest_to_a_bound() -> None:
    def nested(depth: int) -> str:
        return "".join(f"any g{i} in legs: (" for i in range(depth)) + "kg > 5" + ")" * depth

    assert isinstance(says(nested(20)), Reckoned)
    assert {id_ for id_, _ in refused(nested(21))} == {"A101"}


def test_an_optional_fact_of_an_element_is_guarded_within_the_list() -> None:
    says("any t in trucks: (t.tag is given and t.tag > 3)")
    assert [id_ for id_, _ in refused("any t in trucks: (t.tag > 3)")] == ["T305"]
    assert [id_ for id_, _ in refused("sum t.tag of t in trucks > 3")] == ["T305"]
