"""C103: who wins together and agrees, and in which cases."""

from itertools import combinations, product

import pytest

from checker.findings import Severity
from checker.logic import Law, Subject
from checker.logic.area import Found
from checker.rulebook.model import Facts, Value
from checker.uses import overlapping
from checker.uses.overlapping import find_overlaps
from tests.unit.uses.regions_held import day, held, law_of, maps_of

HEAD = """rulebook t { covers from 2016-01-01  reviewed until 2020-12-31
  ranks law > notice = local  governed by day  roles carrier, customs }
fact day : date
fact a : boolean
fact b : boolean
fact c : boolean
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
document old { rank notice  issuer gacc  issued 2010-01-01  in force from 2010-02-01 }
document new { rank notice  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }
document twin { rank local  issuer shanghai  issued 2015-01-01  in force from 2015-02-01 }
question q "May it be done?"
question many collects text
"""
BOOLEANS: dict[str, tuple[Value, ...]] = dict.fromkeys("abc", ("true", "false"))


def overlaps(text: str) -> list[Found]:
    law = law_of(HEAD + text)
    return list(find_overlaps(law, maps_of(law)))


def told(text: str) -> list[str]:
    return [str(found.finding.message) for found in overlaps(text)]


def cases_of(found: Found) -> set[tuple[Value, ...]]:
    (area,) = found.areas
    return held(area.resolution, area.region, BOOLEANS)


def test_two_with_one_answer() -> None:
    (found,) = overlaps("provision x cites l when a permit q provision y cites new when b permit q")
    assert str(found.finding.message) == "`x` and `y` answer `q` in the same cases, and agree"
    assert (found.finding.severity, found.on_request) == (Severity.INFO, False)
    assert found.finding.concerns == ("q", "x", "y")
    assert cases_of(found) == {("true", "true", c) for c in ("true", "false")}


@pytest.mark.parametrize(
    "text",
    [
        "provision x cites l when a permit q provision y cites new when not a permit q",
        "provision x cites l permit q provision y exception to x cites l when a permit q",
        "provision x cites l permit q provision y cites new forbid q",
        "provision x cites new permit q provision y cites twin forbid q",
        "provision x cites l permit q provision y proviso to x cites l when a exempt q",
        "provision x cites l permit q provision y proviso to x cites l {} provision z proviso to y cites l {}".format(
            *("permit q",) * 2
        ),
        'provision x cites l decide many is "one" provision y cites l decide many is "two"',
        "provision x unless otherwise provided cites l permit q provision y cites l when a permit q",
        'never a and b because "no" provision x cites l when a permit q provision y cites new when b permit q',
    ],
)
def test_no_overlap(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "provision x cites l permit q provision y cites new exempt q",
        "provision x cites l require q provision y cites new permit q",
        "provision x cites l forbid q provision y cites new exempt q",
    ],
)
def test_answers_that_join_agree(text: str) -> None:
    assert told(text) == ["`x` and `y` answer `q` in the same cases, and agree"]


def test_what_is_collected_overlaps_where_it_is_the_same() -> None:
    text = """provision x cites l decide many is "one"
provision y cites l when a decide many is "one"
provision z cites l decide many is "two"
"""
    assert told(text) == ["`x` and `y` answer `many` in the same cases, and agree"]


def test_those_who_contradict_one_another_are_in_no_set() -> None:
    """Two permit and another ministry forbids: the two agree all the same, and the third with nobody."""
    (found,) = overlaps(
        "provision x cites new permit q provision y cites new permit q provision z cites twin when a forbid q"
    )
    assert found.finding.concerns == ("q", "x", "y")
    assert cases_of(found) == set(product(("true", "false"), repeat=3))


TANGLED = """provision p1 cites new when a permit q
provision p2 cites new when b or c require q
provision p3 cites twin permit q
provision f1 cites twin when b forbid q
provision f2 cites new when a and c forbid q
provision e1 cites twin when not a exempt q
provision old_f cites old when c forbid q
"""


CLASHING = [{ban, other} for ban in ("f1", "f2", "old_f") for other in ("p1", "p2", "p3")] + [{"e1", "p2"}]


def test_the_areas_are_where_the_winners_of_the_verdict_agree() -> None:
    """Each complete plan, laid out by itself, lies in the area of a set just where two of the set win it."""
    law = law_of(HEAD + TANGLED)
    found = list(find_overlaps(law, maps_of(law)))
    sets = [set(each.finding.concerns[1:]) for each in found]
    for one, two in combinations(law.book.provisions, 2):
        both = {values for values in product(("true", "false"), repeat=3) if {one, two} <= _winners(law, values)}
        agree = {one, two} not in CLASHING
        assert any({one, two} <= members for members in sets) == (agree and bool(both))
    for members, each in zip(sets, found, strict=True):
        every = product(("true", "false"), repeat=3)
        assert cases_of(each) == {values for values in every if len(members & _winners(law, values)) > 1}


def _winners(law: Law, values: tuple[str, ...]) -> set[str]:
    facts: dict[tuple[str, ...], Value] = {(name,): value for name, value in zip("abc", values, strict=True)}
    return set(law.judge("q", Facts({("day",): day("2017-01-01"), **facts}, {}), Subject()).winners)


def test_a_set_is_as_large_as_it_can_be_and_holds_the_smaller_ones() -> None:
    """All three meet where all facts are true; where only two of them apply these lie in the same finding."""
    (found,) = overlaps(
        "provision x cites l when a permit q provision y cites l when b permit q provision z cites l when c permit q"
    )
    assert str(found.finding.message) == "`x`, `y` and `z` answer `q` in the same cases, and agree"
    every = [(a, b, c) for a in ("true", "false") for b in ("true", "false") for c in ("true", "false")]
    assert cases_of(found) == {case for case in every if case.count("true") > 1}


def test_three_that_meet_only_two_by_two_are_three_sets() -> None:
    text = """fact n : one of { one, two, three }
provision x cites l when n in { one, two } permit q
provision y cites l when n in { two, three } permit q
provision z cites l when n in { one, three } permit q
"""
    assert [found.finding.concerns for found in overlaps(text)] == [("q", "x", "y"), ("q", "x", "z"), ("q", "y", "z")]


def test_quantities_that_cannot_be_together_keep_three_apart() -> None:
    """9 and 4 have the first two sums, 9 and 5 the first and the last; with j from 5 on, i - j is 4 at most."""
    text = """fact i : integer 0..9
fact j : integer 0..9
provision x cites l when i + j > 12 permit q
provision y cites l when i - j > 4 permit q
provision z cites l when j + j > 8 permit q
"""
    assert [found.finding.concerns for found in overlaps(text)] == [("q", "x", "y"), ("q", "x", "z")]


def test_a_proviso_overlaps_others_without_its_base() -> None:
    text = """provision x cites l when a permit q
provision y proviso to x cites l when b exempt q
provision z cites new when c permit q
"""
    (found,) = overlaps(text)
    assert found.finding.concerns == ("q", "x", "z")


def test_of_many_sets_the_rest_is_summed_up(monkeypatch: pytest.MonkeyPatch) -> None:
    text = """fact n : one of { one, two, three, four }
provision x cites l when n in { one, two } permit q
provision y cites l when n in { two, three } permit q
provision z cites l when n in { three, four } permit q
provision w cites l when n in { four, one } permit q
"""
    assert len(overlaps(text)) == 4
    monkeypatch.setattr(overlapping, "MOST_SETS", 1)
    one, rest = overlaps(text)
    assert one.finding.concerns == ("q", "w", "x")
    assert str(rest.finding.message) == "3 more sets of provisions answer `q` in the same cases, and agree"
    assert rest.finding.concerns == ("q", "w", "x", "y", "z")
    (area,) = rest.areas
    values: dict[str, tuple[Value, ...]] = {"n": ("one", "two", "three", "four")}
    assert held(area.resolution, area.region, values) == {("two",), ("three",), ("four",)}


def test_a_search_given_up_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overlapping, "MOST_STEPS", 1)
    (found,) = overlaps("provision x cites l when a permit q provision y cites new when b permit q")
    assert str(found.finding.message) == "more sets of provisions answer `q` in the same cases, and agree"
    assert cases_of(found) == {("true", "true", c) for c in ("true", "false")}
