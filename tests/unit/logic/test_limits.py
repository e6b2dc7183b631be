"""Boxes of cases in the words of a rule file."""

import pytest

from checker.logic import Law
from checker.logic.horizon import over_all_cases
from checker.logic.limits import Limits
from checker.rulebook import load_texts
from tests.unit.logic.mapped import HEAD, OFFICES, law_of, words

FACTS = """record firm { size : integer 0..9 }
fact agent : firm optional
fact at : office
fact to : office
fact wet : boolean
fact colour : one of { red, green, blue, grey, black, white, pink, brown }
fact sent : date optional
fact weight : integer 0..100
question q
"""


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("wet", "wet"),
        ("not wet", "not wet"),
        ("colour in { red, green }", "colour in { red, green }"),
        ("not colour in { red, green }", "not colour in { red, green }"),
        ("weight between 10 and 20", "weight between 10 and 20"),
        ("weight > 20", "weight >= 21"),
        ("sent is absent", "sent is absent"),
        ("sent is absent or sent >= 2015-01-01", "sent is absent or sent >= 2015-01-01"),
        ("sent is given", "sent is given"),
        ('at in { "11", "21" }', 'at in { "11", "21" }'),
        ('not at in { "11" }', 'not at in { "11" }'),
        ("at.kind in zone", "at.kind is zone"),
        ("at.kind in zone and at.region is south", "at.kind is zone and at.region is south"),
        ('at.kind in zone and not at in { "22" }', 'at.kind is zone and not at in { "22" }'),
        ('at.kind in zone or at in { "11" }', 'at.kind is zone or at in { "11" }'),
        ("agent is given", "agent is given"),
        ("agent is absent", "agent is absent"),
        ("at is to", "at is to"),
        ("not at is to", "not at is to"),
        ("weight > 20 and wet", "weight >= 21 and wet"),
        ("day >= 2015-01-01 and day < 2016-01-01", "day between 2015-01-01 and 2015-12-31"),
    ],
)
def test_what_a_condition_says_is_said_again(condition: str, expected: str) -> None:
    law = law_of(FACTS + f"provision p cites l when {condition} permit q\n", OFFICES)
    resolution = over_all_cases(law, "q", everywhere=True)
    region = resolution.unit("part", "p", "0")
    for number in range(1, 4):
        region = resolution.case.both(region, resolution.unit("part", "p", str(number)) or region)
    assert words(resolution, region, law) == [expected]


def test_a_quantity_is_said_as_its_rule_reckons_it() -> None:
    law = law_of("fact end : date\nquestion q\nprovision p cites l when end - day > 3 days permit q\n")
    resolution = over_all_cases(law, "q", everywhere=True)
    assert words(resolution, resolution.unit("part", "p", "0"), law) == ["end - day >= 4 days"]


def test_what_a_difference_is_not_is_said_without_a_sign() -> None:
    law = law_of("fact end : date\nquestion q\nprovision p cites l when end - day >= 3 days permit q\n")
    resolution = over_all_cases(law, "q", everywhere=True)
    rest = resolution.case.without((resolution.case.space.full,), resolution.unit("part", "p", "0"))
    assert words(resolution, rest, law) == ["end - day <= 2 days"]


def test_a_time_that_may_run_either_way_is_said_in_each() -> None:
    law = law_of(
        "fact end : date\nquestion q\nprovision p cites l when end - day <= 5 days and day - end <= 3 days permit q\n"
    )
    resolution = over_all_cases(law, "q", everywhere=True)
    region = resolution.case.both(resolution.unit("part", "p", "0"), resolution.unit("part", "p", "1"))
    assert words(resolution, region, law) == ["day - end <= 3 days and end - day <= 5 days"]


def test_a_limit_on_how_many_there_are_is_named_after_their_list() -> None:
    law = law_of(
        "record line { v : integer 0..9 }\nfact goods : list of line\nquestion q\n"
        "provision p cites l when count g in goods >= 3 permit q\n"
    )
    resolution = over_all_cases(law, "q", everywhere=True)
    ((limit,),) = (Limits(law.book, resolution.case).of(box) for box in resolution.unit("part", "p", "0"))
    assert limit.label == "goods"


SITES = """kinds site { area { zone { za zb } port } store { blc hut } other }
fact s : site
fact t : site optional
question q
"""


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        # A node in braces stands for all below it, so it cannot stand for itself alone.
        ("s in store and s is not hut", "s is store and not s is hut"),
        ("not (s in zone or s in store and s is not hut)", "s in { area, hut, other } and not s is zone"),
        ("s in area and s is not port", "s is area and not s is port"),
        ("t in area and t is not port", "t is area and not t is port"),
        ("not (t in area and t is not port)", "not (t is area and not t is port)"),
    ],
)
def test_a_node_without_something_below_it_is_said_less_that(condition: str, expected: str) -> None:
    law = law_of(SITES + f"provision p cites l when {condition} permit q\n")
    resolution = over_all_cases(law, "q")
    assert words(resolution, resolution.case.both(resolution.applicable("p"), resolution.asked), law) == [
        f"day between 2010-01-01 and 2020-12-31 and {expected}"
    ]


def test_a_tested_question_is_said_by_its_answer() -> None:
    law = law_of(
        "fact wet : boolean\nquestion r\nquestion q\nprovision o cites l when wet permit r\n"
        "provision p cites l when r is permitted permit q\n"
    )
    resolution = over_all_cases(law, "q", everywhere=True)
    assert words(resolution, resolution.unit("part", "p", "0"), law) == ["r is permitted"]


def test_an_attribute_that_changes_with_time_is_named_where_it_is_true_on_every_day_of_the_box() -> None:
    codes = 'codes yard from "codes/offices.yaml" open { region : one of { north, south } dated }\nfact at : yard\n'
    table = """
"1": {region: [{value: north, until: 2015-01-01}, {value: south, from: 2015-01-01}]}
"2": {region: [{value: north}]}
"""
    text = codes + "question q\nprovision p cites l when at.region is north permit q\n"
    book, findings = load_texts({"t.rules": HEAD + text, "codes/offices.yaml": table})
    assert book is not None, findings
    law = Law(book)
    resolution = over_all_cases(law, "q", everywhere=True)
    assert sorted(words(resolution, resolution.unit("part", "p", "0"), law)) == [
        "at.region is north and day <= 2014-12-31",
        "at.region is north and day >= 2015-01-01",
    ]
