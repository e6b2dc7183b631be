"""Fields, extents and classes: the partition of a field by the sets that tests name."""

from __future__ import annotations

from checker.logic.fields import Extent, Field, classify
from checker.rulebook.model import ABSENT

DAYS = Field(("day",), "day", (), (1, 100))
WEIGHT = Field(("kg",), "kg", (ABSENT,), (0, 500))
MODE = Field(("mode",), "mode", ("sea", "rail", "road"), None)


def test_integers_are_cut_at_both_ends_of_every_run() -> None:
    classes = classify(DAYS, [Extent(runs=((10, 20),)), Extent(runs=((15, 100),))])
    assert [e.runs for e in classes.extents] == [((1, 9),), ((10, 14),), ((15, 20),), ((21, 100),)]


def test_the_mask_of_a_run_is_the_classes_it_consists_of() -> None:
    run = Extent(runs=((10, 20),))
    classes = classify(DAYS, [run, Extent(runs=((15, 100),))])
    assert classes.mask(run) == 0b0110


def test_a_value_falls_into_the_class_that_holds_it() -> None:
    classes = classify(DAYS, [Extent(runs=((10, 20),))])
    assert [classes.place(v) for v in (9, 10, 20, 21)] == [0, 1, 1, 2]


def test_absent_is_a_class_of_its_own_beside_the_integers() -> None:
    classes = classify(WEIGHT, [Extent(runs=((101, 500),)), Extent(frozenset({ABSENT}))])
    assert classes.place(ABSENT) == 2
    assert classes.mask(Extent(frozenset({ABSENT}))) == 0b100


def test_absent_is_in_no_comparison_and_so_in_each_negation() -> None:
    over = Extent(runs=((101, 500),))
    assert over.complement(WEIGHT) == Extent(frozenset({ABSENT}), ((0, 100),))


def test_values_that_no_test_tells_apart_share_a_class() -> None:
    classes = classify(MODE, [Extent(frozenset({"sea"}))])
    assert classes.place("rail") == classes.place("road") != classes.place("sea")


def test_a_set_reaches_no_further_than_the_domain() -> None:
    assert Extent(runs=((-5, 0), (90, 200))).within(DAYS) == Extent(runs=((90, 100),))


def test_the_complement_of_a_set_is_the_rest_of_the_domain() -> None:
    assert Extent(runs=((1, 3), (50, 60))).complement(DAYS) == Extent(runs=((4, 49), (61, 100)))
    assert Extent(frozenset({"sea"})).complement(MODE) == Extent(frozenset({"rail", "road"}))
