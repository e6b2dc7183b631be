"""Integer points at their edges: small systems whose answer follows from a line of arithmetic."""

from itertools import combinations

import pytest

from checker.regions import integers
from checker.regions.integers import Linear, Run, SearchLimitError, solve

Runs = tuple[Run, ...]

FAR = 10**19
ANYWHERE: Runs = ((-FAR, FAR),)
BILLION: Runs = ((0, 10**9),)


def row(factors: tuple[int, ...], *runs: Run) -> Linear:
    """Write a constraint with a factor for each variable."""
    return Linear(tuple((number, factor) for number, factor in enumerate(factors) if factor), runs)


def at_least(factors: tuple[int, ...], low: int) -> Linear:
    return row(factors, (low, 10**30))


def distinct(count: int) -> list[Linear]:
    return [Linear(((a, 1), (b, -1)), ((-FAR, -1), (1, FAR))) for a, b in combinations(range(count), 2)]


def test_a_system_without_variables_has_the_empty_solution() -> None:
    assert solve((), ()) == ()


def test_a_sum_of_nothing_is_nought() -> None:
    assert solve((), (Linear((), ((-1, 1),)),)) == ()
    assert solve((), (Linear((), ((1, 2),)),)) is None


def test_a_constraint_without_runs_cannot_hold() -> None:
    assert solve((ANYWHERE,), (Linear(((0, 1),), ()),)) is None
    assert solve((), (Linear((), ()),)) is None


def test_a_domain_without_runs_has_no_value() -> None:
    assert solve((ANYWHERE, ()), ()) is None


def test_variables_without_constraints_take_a_value_of_their_domain() -> None:
    found = solve((((3, 3),), ((-9, -7), (5, 5))), ())
    assert found in {(3, -9), (3, -8), (3, -7), (3, 5)}


def test_factors_of_one_variable_add_up() -> None:
    assert solve((((0, 9),),), (Linear(((0, 1), (0, 2)), ((6, 6),)),)) == (2,)
    assert solve((((0, 9),),), (Linear(((0, 1), (0, -1)), ((1, 9),)),)) is None


def test_a_multiple_of_one_variable_narrows_its_domain_inwards() -> None:
    assert solve((ANYWHERE,), (row((-3,), (4, 7)),)) == (-2,)
    assert solve((ANYWHERE,), (row((3,), (4, 5)),)) is None
    assert solve((ANYWHERE,), (row((1440,), (1, 1439), (2881, 4319)),)) is None
    assert solve((((-FAR, -2), (4, FAR)),), (row((2,), (-3, 9)),)) == (4,)


def test_a_sum_that_begins_with_a_negative_factor_keeps_all_its_runs() -> None:
    """Of two digits 5 apart, the larger is at least 5: it cannot be the one that counts twice in at most 6."""
    digits: Runs = ((0, 9),)
    apart = row((-1, 1), (-5, -5), (5, 5))
    assert solve((digits, digits), (apart, row((2, 1), (-FAR, 6)))) == (0, 5)
    assert solve((digits, digits), (apart, row((1, 2), (-FAR, 6)))) == (5, 0)
    assert solve((digits, digits), (apart, row((1, 1), (-FAR, 4)))) is None


def test_constraints_on_one_sum_are_taken_together() -> None:
    digits: Runs = ((0, 9),)
    assert solve((digits, digits), (row((1, -2), (3, 9)), row((-2, 4), (-18, -18), (-4, 8)))) == (9, 0)
    assert solve((digits, digits), (row((1, -2), (3, 8)), row((-2, 4), (-18, -18), (-4, 8)))) is None


def test_even_differences_are_not_odd() -> None:
    assert solve((ANYWHERE, ANYWHERE), (row((2, -2), (1, 1)),)) is None


def test_parity_hidden_in_two_sums_is_found() -> None:
    """The two sums add up to 2x = 2z + 2w + 1."""
    system = (row((1, 1, -2, 0), (0, 0)), row((1, -1, 0, -2), (1, 1)))
    assert solve((ANYWHERE,) * 4, system) is None


@pytest.mark.parametrize("length", [2, 3, 8])
def test_a_cycle_of_later_and_later_is_refuted_whatever_its_range(length: int) -> None:
    later = [Linear(((a, -1), ((a + 1) % length, 1)), ((1, FAR),)) for a in range(length)]
    assert solve((BILLION,) * length, later) is None
    assert solve((BILLION,) * length, later[:-1]) is not None


def test_a_chain_of_steps_fits_its_range_exactly_or_not_at_all() -> None:
    later = [Linear(((a, -1), (a + 1, 1)), ((10**8, FAR),)) for a in range(7)]
    assert solve((((1, 7 * 10**8 + 1),),) * 8, later) == tuple(1 + a * 10**8 for a in range(8))
    assert solve((((1, 7 * 10**8),),) * 8, later) is None


def test_a_sum_reaches_its_exact_bounds_and_no_further() -> None:
    domains = (((0, 10**6),),) * 8
    assert solve(domains, (at_least((1,) * 8, 8 * 10**6),)) == (10**6,) * 8
    assert solve(domains, (at_least((1,) * 8, 8 * 10**6 + 1),)) is None
    assert solve(domains, (row((1,) * 8, (-FAR, 0)),)) == (0,) * 8
    assert solve(domains, (row((1,) * 8, (-FAR, -1)),)) is None


@pytest.mark.parametrize(("amount", "payable"), [(29, False), (31, True), (30, True), (1, False), (59, True)])
def test_coins_pay_what_is_no_gap_between_them(amount: int, payable: bool) -> None:
    """Of 6, 10 and 15 together, 29 is the greatest amount that cannot be paid."""
    found = solve((((0, 100),),) * 3, (row((6, 10, 15), (amount, amount)),))
    assert (found is not None) == payable
    if found is not None:
        assert 6 * found[0] + 10 * found[1] + 15 * found[2] == amount


def test_large_coins_are_decided_as_small_ones_are() -> None:
    """The greatest amount that coprime a and b cannot pay is ab - a - b."""
    a, b = 10**9 + 7, 10**9 + 9
    greatest = a * b - a - b
    assert solve((((0, FAR),),) * 2, (row((a, b), (greatest, greatest)),)) is None
    found = solve((((0, FAR),),) * 2, (row((a, b), (greatest + 1, greatest + 1)),))
    assert found is not None
    assert a * found[0] + b * found[1] == greatest + 1


def test_runs_of_domains_and_of_sums_are_chosen_together() -> None:
    domains = (((0, 3), (10**9, 10**9 + 5)), ((5, 9), (10**6, 10**6)))
    high = {(10**9 + step, 4 + step) for step in range(1, 6)}
    assert solve(domains, (row((1, -1), (10**9 - 4, 10**9 - 4)),)) in high
    assert solve(domains, (row((1, -1), (-2, -2)),)) == (3, 5)
    assert solve(domains, (row((1, -1), (-1, 0), (4, 10**9 - 10**6 - 1)),)) is None


def test_different_values_need_as_many_places() -> None:
    found = solve((((1, 4),),) * 4, distinct(4))
    assert found is not None
    assert sorted(found) == [1, 2, 3, 4]
    assert solve((((1, 3),),) * 4, distinct(4)) is None


def test_a_day_holds_the_minutes_of_no_other() -> None:
    """With m in day d and n in day e, m a full day or more after n, d is after e."""
    days: Runs = ((-700_000, 3_000_000),)
    minutes: Runs = ((-1440 * 700_000, 1440 * 3_000_001),)
    within = (row((-1440, 1, 0, 0), (0, 1439)), row((0, 0, -1440, 1), (0, 1439)))
    apart = row((0, 1, 0, -1), (1440, FAR))
    assert solve((days, minutes, days, minutes), (*within, apart, row((1, 0, -1, 0), (-FAR, 0)))) is None
    found = solve((days, minutes, days, minutes), (*within, apart, row((1, 0, -1, 0), (1, 1))))
    assert found is not None
    assert found[0] - found[2] == 1
    assert found[1] - found[3] >= 1440
    assert all(0 <= m - 1440 * d < 1440 for d, m in (found[:2], found[2:]))


def test_a_mean_lies_between_bounds_that_leave_room() -> None:
    """A sum s of n parts with 300n <= s < 301n exists for every n; with 300n < s < 301n only from n = 2 on."""
    amounts: Runs = ((0, 10**12),)
    assert solve((amounts, ((0, 50),)), (at_least((1, -300), 1), row((1, -301), (-FAR, -1)))) is not None
    assert solve((amounts, ((0, 1),)), (at_least((1, -300), 1), row((1, -301), (-FAR, -1)))) is None
    assert solve((amounts, ((1, 1),)), (at_least((1, -300), 0), row((1, -301), (-FAR, -1)))) == (300, 1)


def test_equalities_that_only_follow_are_found() -> None:
    """The first three say a = 2b = 2c without one of them saying so; the last one, that a is odd."""
    even = (at_least((1, -2, 0, 0), 0), at_least((0, 1, -1, 0), 0), at_least((-1, 0, 2, 0), 0))
    assert solve((BILLION,) * 4, (*even, row((1, 0, 0, -2), (1, 1)))) is None
    assert solve((BILLION,) * 4, (*even, row((1, 0, 0, -2), (2, 2)))) is not None


def test_common_multiples_are_met_nowhere_between() -> None:
    """For coprime a and b, ax = by says x = bk and y = ak, so that 3y - x = (3a - b)k."""
    a, b = 10**9 + 7, 10**9 + 9
    step = 3 * a - b
    assert solve((ANYWHERE,) * 2, (row((a, -b), (0, 0)), row((-1, 3), (1, step - 1)))) is None
    assert solve((ANYWHERE,) * 2, (row((a, -b), (0, 0)), row((-1, 3), (1, step)))) == (b, a)


def test_a_narrow_strip_holds_a_point_only_where_the_remainders_allow() -> None:
    """Modulo 10**6, the sum is 3x - y: it lies in the strip when y is within reach of 3x."""
    factors = (10**6 + 3, 2 * 10**6 - 1)
    small: Runs = ((0, 1000),)
    assert solve((small, small), (row(factors, (3001, 10**6 - 1001)),)) is None
    found = solve((ANYWHERE, ANYWHERE), (row(factors, (5, 5)),))
    assert found is not None
    assert found[0] * factors[0] + found[1] * factors[1] == 5


def test_giving_up_is_neither_yes_nor_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(integers, "STEPS", 3)
    with pytest.raises(SearchLimitError):
        solve((((1, 5),),) * 6, distinct(6))
