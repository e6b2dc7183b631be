"""Regions stated: maximal boxes in the words of the rules, an example of each, how many cases there are."""

from dataclasses import replace
from functools import cache, partial

from checker.answers.stating import Wanted, state
from checker.findings import Regions
from checker.logic import Law
from checker.logic.horizon import over_all_cases
from checker.plan import read_plans
from checker.regions.cover import Caps
from checker.rulebook import load_texts
from checker.uses.gaps import find_gaps
from tests.unit.logic.mapped import HEAD, OFFICES, law_of

FACTS = """fact wet : boolean
fact far : boolean
fact mode : one of { sea, road, air, rail }
fact weight : integer 0..9
fact at : office
fact to : office
"""


USUAL = Wanted()


def asked(text: str) -> Law:
    """Put a question and provisions behind facts of offices and goods."""
    return law_of(FACTS + text, OFFICES)


def gap(law: Law, wanted: Wanted = USUAL) -> Regions:
    maps = cache(partial(over_all_cases, law))
    (found,) = find_gaps(law, maps)
    return state(law, found.areas[0], wanted)


def said(regions: Regions) -> list[str]:
    return [" and ".join(limit.text for limit in region.limits) for region in regions.shown]


def test_boxes_are_maximal_and_say_only_what_matters() -> None:
    law = asked("question q\nprovision p cites l when wet or far permit q\n")
    assert said(gap(law)) == ["not far and not wet"]


def test_two_boxes_that_overlap_are_each_as_large_as_can_be() -> None:
    law = asked("question q\nprovision p cites l when wet and far and mode is sea permit q\n")
    regions = gap(law)
    assert regions.contrary  # "answered only where" takes one box, the gap three
    assert said(regions) == ["far and mode is sea and wet"]


def test_what_is_not_asked_is_not_mentioned() -> None:
    law = asked("question q within wet\nprovision p cites l when wet and far permit q\n")
    assert said(gap(law)) == ["not far"]


def test_cases_are_counted() -> None:
    law = asked("question q within wet\nprovision p cites l when weight < 3 and mode in { sea, road } permit q\n")
    regions = gap(law)
    # The days of 2010 to 2020, times ten weights and four modes; of these, three weights with two modes are answered.
    days = 4018
    assert (regions.cases, regions.of) == (days * (40 - 6), days * 40)
    assert {region.cases for region in regions.shown} <= {days * 7 * 4, days * 10 * 2, days * 3 * 2}


def test_of_codes_that_no_table_lists_there_is_no_number() -> None:
    law = asked("question q\nprovision p cites l when at.kind in zone permit q\n")
    assert gap(law).cases is None


def test_two_facts_that_are_the_same_count_as_often_as_they_can_be() -> None:
    text = 'codes yard from "codes/offices.yaml" closed { }\nfact a : yard\nfact b : yard\nquestion q\n'

    book, findings = load_texts(
        {
            "t.rules": HEAD + text + "provision p cites l when a is b permit q\n",
            "codes/offices.yaml": '"1": {}\n"2": {}\n"3": {}\n',
        }
    )
    assert book is not None, findings
    regions = gap(Law(book))
    assert said(regions) == ["not a is b"]
    assert (regions.cases, regions.of) == (4018 * 6, 4018 * 9)


def test_an_example_of_each_box_gets_its_verdict() -> None:
    law = asked(
        "question q\nprovision p cites l when wet permit q\nprovision o cites l when far and at.kind in zone permit q\n"
    )
    regions = gap(law, Wanted(most=None))
    assert regions.shown
    for region in regions.shown:
        assert region.witness is not None
        assert region.witness.possible == ("gap",)
        (plan,) = read_plans(law.book, region.witness.text, "p.yaml")
        assert plan.facts is not None
        assert law.judge("q", plan.facts, next(law.subjects("q", plan.facts))).word == "gap"


def test_the_nearest_provision_is_told_in_the_words_of_the_question() -> None:
    """The element asked about is `one`, as in a condition of the question, and not `box`."""
    law = law_of(
        "record box { red : boolean  size : integer 0..9 }\nfact boxes : list of box\n"
        "question q for each one in boxes within not one.red and one.size between 2 and 7\n"
        "provision p cites l when one.red and (one.size < 2 or one.size > 7) permit q\n"
    )
    (region,) = gap(law).shown
    told = "nearest: `p` would permit it if `one.red and (one.size <= 1 or one.size >= 8)`"
    assert [str(remark) for remark in region.remarks] == [told]


def test_the_nearest_provision_and_what_would_close_the_gap() -> None:
    law = asked(
        "question q\n"
        "provision p cites l when mode is sea permit q\n"
        "provision o cites l when wet and mode is road forbid q\n"
    )
    regions = gap(law)
    remarks = {said(regions)[n]: [str(m) for m in region.remarks] for n, region in enumerate(regions.shown)}
    assert remarks["mode in { air, rail }"] == [
        "nearest: `p` would permit it if `mode is sea`",
        "letting `p` apply where `mode in { air, rail }` would close it, and open no conflict",
        "nearest: `o` would forbid it in part if `mode is road`",
    ]


def test_what_would_close_a_gap_and_clash_elsewhere_is_said_to() -> None:
    law = asked(
        "question q within mode in { sea, road }\n"
        "provision p cites l when mode is sea permit q\n"
        "provision o cites l when wet and mode is road forbid q\n"
    )
    (region,) = gap(law).shown
    assert [limit.text for limit in region.limits] == ["mode is road", "not wet"]
    # Opened to the road as a whole, `p` would meet `o` where it is wet; `o` opened to what is dry meets nobody.
    assert [str(m) for m in region.remarks] == [
        "nearest: `p` would permit it if `mode is sea`",
        "letting `p` apply where `mode is road` would close it, and clash with `o`",
        "nearest: `o` would forbid it if `wet`",
        "letting `o` apply where `not wet` would close it, and open no conflict",
    ]


def test_few_are_shown_and_all_are_counted() -> None:
    rules = "".join(f"provision p{n} cites l when weight is {2 * n} and mode is sea permit q\n" for n in range(5))
    law = asked("question q within mode is sea\n" + rules)
    regions = gap(law, Wanted(most=2))
    assert (len(regions.shown), regions.total) == (2, 5)
    assert regions.share == 40


def test_constants_hold_the_cases_and_nothing_else() -> None:
    law = asked("question q within wet\nprovision p cites l when far permit q\n")
    regions = gap(law, Wanted(constants=True))
    assert regions.constants == (
        (
            ("day", (), ((733773, 737790),)),
            ("far", ("false",), ()),
            ("wet", ("true",), ()),
        ),
    )


def test_what_cannot_all_be_worked_out_is_told_in_part_and_with_its_bound() -> None:
    law = asked(
        "question q\n"
        "provision p cites l when mode is sea and weight > 3 and wet permit q\n"
        "provision o cites l when mode is road and weight < 6 and far permit q\n"
    )
    (found,) = find_gaps(law, cache(partial(over_all_cases, law)))
    area = replace(found.areas[0], contrary=False)
    whole = state(law, area, Wanted(most=None))
    bounded = state(law, area, Wanted(most=2, caps=Caps(pieces=1, nodes=1, steps=1, boxes=1)))
    assert (whole.total, whole.bounds) == (len(whole.shown), ())
    assert bounded.total is None
    assert bounded.bounds
    # A headline is short, and each box of it is a box of the gap all the same.
    assert 0 < len(bounded.shown) <= 2
    assert all(region.witness is not None and region.witness.possible == ("gap",) for region in bounded.shown)


def test_where_the_boxes_are_too_many_the_answered_ones_are_told() -> None:
    law = asked(
        "question q\n"
        "provision p cites l when mode is sea and weight > 3 and wet permit q\n"
        "provision o cites l when mode is road and weight < 6 and far permit q\n"
    )
    regions = gap(law, Wanted(caps=Caps(pieces=1, nodes=1, steps=1, boxes=1)))
    assert regions.contrary
    assert sorted(said(regions)) == ["far and mode is road and weight <= 5", "mode is sea and weight >= 4 and wet"]
    assert regions.total == 2
