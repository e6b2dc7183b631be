"""Old findings and new ones: containment decided exactly, whatever the boxes are made of."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.answers.baseline import compare, stale, to_baseline
from checker.findings import Constants, Finding, Regions, Severity, StatedRegion, say

GAP = Finding("G101", say("leave it out"), concerns=("carriage",))
MASKED = Finding("R102", say("leave it out"), concerns=("carriage", "p"))
SPARE = Finding("R107", say("leave it out"), concerns=("spare",))


def about(finding: Finding, *boxes: Constants, question: str = "carriage", total: int | None = 1) -> Finding:
    """Let a finding be about boxes, of which one is shown."""
    return replace(finding, regions=(Regions(question, (StatedRegion(()),), total, constants=boxes),))


def days(*runs: tuple[int, int]) -> Constants:
    return (("day", (), runs),)


def modes(*names: str) -> Constants:
    return (("mode", names, ()),)


def is_known(now: Finding, *before: Finding) -> bool:
    return compare([now], to_baseline(before), "b").known == (now,)


@pytest.mark.parametrize(
    ("now", "before", "known"),
    [
        ([days((1, 9))], [days((1, 9))], True),
        ([days((2, 8))], [days((1, 9))], True),
        ([days((1, 9))], [days((2, 9))], False),
        # The last integer of a run belongs to it: what follows it at once leaves nothing between.
        ([days((1, 9))], [days((1, 4)), days((5, 9))], True),
        ([days((1, 9))], [days((1, 4)), days((6, 9))], False),
        ([days((1, 4), (6, 9))], [days((1, 4)), days((6, 9))], True),
        ([modes("a")], [modes("a", "b")], True),
        ([modes("a", "c")], [modes("a", "b")], False),
        ([modes("a", "b")], [modes("a"), modes("b")], True),
        # A field that is left out is free, and no list of names is all there may be.
        ([()], [modes("a", "b")], False),
        ([modes("a")], [()], True),
        ([()], [()], True),
        ([modes("a") + days((1, 9))], [modes("a")], True),
        ([modes("a")], [modes("a") + days((1, 9))], False),
        # Covered by several, by none of them alone.
        ([modes("a")], [modes("a") + days((1, 9)), (("mode", ("a",), ()), ("day", (), ((-99, 0), (10, 99))))], False),
        ([(("v", ("~absent",), ((1, 3),)),)], [(("v", ("~absent",), ()),), (("v", (), ((0, 9),)),)], True),
    ],
)
def test_a_finding_is_old_when_its_cases_are(now: list[Constants], before: list[Constants], known: bool) -> None:
    assert is_known(about(GAP, *now), about(GAP, *before)) is known


def test_cases_that_several_findings_had_are_old() -> None:
    both = about(GAP, days((1, 9)))
    assert is_known(both, about(GAP, days((1, 4))), about(GAP, days((5, 9))))


def test_other_ids_and_other_questions_say_nothing() -> None:
    now = about(GAP, days((1, 9)))
    assert not is_known(now, about(replace(GAP, id="C101"), days((1, 9))))
    assert not is_known(now, about(GAP, days((1, 9)), question="seal"))


def test_a_gap_goes_by_its_cases_and_a_dead_rule_by_its_name_too() -> None:
    other = replace(GAP, concerns=("carriage", "q"))
    assert is_known(about(other, days((2, 3))), about(GAP, days((1, 9))))
    other = replace(MASKED, concerns=("carriage", "q"))
    assert not is_known(about(other, days((2, 3))), about(MASKED, days((1, 9))))
    assert is_known(about(MASKED, days((2, 3))), about(MASKED, days((1, 9))))


def test_without_cases_a_finding_goes_by_its_names_in_any_order() -> None:
    pair = replace(SPARE, concerns=("b", "a"))
    assert is_known(pair, replace(pair, concerns=("a", "b"), message=say("leave it out, or use it")))
    assert not is_known(pair, SPARE)
    assert not is_known(SPARE, replace(SPARE, id="R109"))


def test_a_finding_without_names_goes_by_its_sentence() -> None:
    bare = replace(SPARE, concerns=())
    assert is_known(bare, bare)
    assert not is_known(bare, replace(bare, message=say("leave it out, or use it")))


@pytest.mark.parametrize("finding", [SPARE, about(GAP, days((1, 9)))])
def test_a_known_finding_hides_none_that_weighs_more(finding: Finding) -> None:
    error, warning, info = (replace(finding, weighed=severity) for severity in Severity)
    assert not is_known(error, warning)
    assert not is_known(warning, info)
    assert is_known(warning, warning)
    assert is_known(warning, error)
    assert is_known(info, warning)


def test_cases_that_weighed_less_are_not_known_in_part_either() -> None:
    before = replace(about(GAP, days((1, 9))), weighed=Severity.WARNING)
    heavy = replace(about(GAP, days((1, 30))), weighed=Severity.ERROR)
    assert compare([heavy], to_baseline([before]), "b").partly == ()


def test_every_question_has_to_be_old() -> None:
    one, two = about(GAP, days((1, 9))), about(GAP, days((1, 9)), question="seal")
    both = replace(GAP, regions=(*one.regions, *two.regions))
    assert not is_known(both, one)
    assert is_known(both, one, two)


def test_what_could_not_be_put_into_boxes_whole_is_old_only_if_it_is_the_same() -> None:
    cut = about(GAP, days((2, 3)), total=None)
    assert is_known(cut, cut)
    assert not is_known(cut, about(GAP, days((1, 9))))
    assert not is_known(cut, about(GAP, days((1, 9)), total=None))
    # What was told before of such a one was true.
    assert is_known(about(GAP, days((2, 3))), about(GAP, days((1, 9)), total=None))


def test_what_is_old_in_part_is_new_and_says_so() -> None:
    summary = compare(
        [about(GAP, days((1, 9))), about(GAP, days((20, 30)))], to_baseline([about(GAP, days((5, 12)))]), "b"
    )
    assert summary.known == ()
    assert summary.partly == (about(GAP, days((1, 9))),)


def test_what_is_gone_is_counted() -> None:
    baseline = to_baseline([about(GAP, days((1, 9))), SPARE, replace(SPARE, id="R109")])
    ids = ("G101", "R107")
    assert stale(baseline, [], ids) == 2
    assert stale(baseline, [about(GAP, days((50, 60)))], ids) == 1
    assert stale(baseline, [GAP, SPARE], ids) == 0
    assert stale(baseline, [], ids, ["seal"]) == 0
    assert stale(baseline, [], ids, ["carriage"]) == 1


NAMES, NUMBERS = ("a", "b", "c", "other"), range(-1, 7)
RUNS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)).map(lambda run: (min(run), max(run))), max_size=2)
SIDES = st.fixed_dictionaries(
    {}, optional={"m": st.sets(st.sampled_from("abc")), "n": RUNS, "k": st.sets(st.sampled_from("ab"))}
)


def as_constants(box: dict[str, object]) -> Constants:
    made = []
    for field, side in sorted(box.items()):
        named = tuple(sorted(side)) if isinstance(side, set) else ()
        runs = tuple(side) if isinstance(side, list) else ()
        made.append((field, named, runs))
    return tuple(made)


def points(boxes: list[dict[str, object]]) -> set[tuple[str, int, str]]:
    """Give every point of some boxes, with one value that is never named and two numbers beyond all runs."""
    return {
        (m, n, k)
        for m, n, k in product(NAMES, NUMBERS, NAMES)
        for box in boxes
        if ("m" not in box or m in box["m"])  # type: ignore[operator]  # what the strategy made
        and ("k" not in box or k in box["k"])  # type: ignore[operator]  # as above
        and ("n" not in box or any(low <= n <= high for low, high in box["n"]))  # type: ignore[attr-defined]  # as above
    }


@given(st.lists(SIDES, min_size=1, max_size=4), st.lists(SIDES, min_size=1, max_size=4))
def test_containment_is_that_of_points(now: list[dict[str, object]], before: list[dict[str, object]]) -> None:
    inner, outer = about(GAP, *map(as_constants, now)), about(GAP, *map(as_constants, before))
    assert is_known(inner, outer) == (points(now) <= points(before))
    summary = compare([inner], to_baseline([outer]), "b")
    assert bool(summary.partly) == (not summary.known and bool(points(now) & points(before)))
