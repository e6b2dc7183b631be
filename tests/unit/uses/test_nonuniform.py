"""U101: like cases treated differently. Expected cases are counted out by hand from the table of offices below."""

from collections.abc import Iterator
from functools import cache, partial
from itertools import product

import pytest

from checker.findings import Finding
from checker.logic import Law
from checker.logic.area import Area, Found
from checker.logic.fields import Extent
from checker.logic.horizon import over_all_cases
from checker.rulebook import load_texts
from checker.rulebook.model import ABSENT
from checker.uses.nonuniform import find_nonuniform

HEAD = """rulebook t { ranks law > notice  governed by day  roles carrier }
fact day : date
codes district from "codes/districts.yaml" closed { coast : boolean  size : one of { small, big } }
codes office from "codes/offices.yaml" FORM { district : district  kind : one of { port, zone } }
record leg { to : office  from : office  sealed : boolean }
fact to : office
fact home : office
fact mode : one of { sea, road }
fact load : integer 0..9
fact limit : integer 0..9
fact legs : list of leg
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
"""
DISTRICTS = """"22": {coast: true, size: big}
"42": {coast: true, size: small}
"49": {coast: false, size: big}
"""
OFFICES = """"2201": {district: "22", kind: port}
"4201": {district: "42", kind: port}
"4901": {district: "49", kind: port}
"4902": {district: "49", kind: port}
"4917": {district: "49", kind: zone}
"""


def searched(text: str, form: str = "closed", offices: str = OFFICES) -> tuple[Found, ...]:
    """Look through a rulebook without mistakes."""
    whole = HEAD.replace("FORM", form) + text
    book, findings = load_texts({"t.rules": whole, "codes/districts.yaml": DISTRICTS, "codes/offices.yaml": offices})
    assert book is not None, [str(finding.message) for finding in findings]
    law = Law(book)
    assert law.findings() == ()
    return tuple(find_nonuniform(law, cache(partial(over_all_cases, law))))


def found(text: str, form: str = "closed", offices: str = OFFICES) -> Finding:
    """Return the one finding of a rulebook."""
    (one,) = searched(text, form, offices)
    return one.finding


def cases(text: str, *labels: str, form: str = "closed", offices: str = OFFICES) -> dict[str | None, set[str]]:
    """Return the cases of the one finding of a rulebook, by verdict, as the values of some facts; codes not listed
    are `other`.
    """
    (one,) = searched(text, form, offices)
    return {area.word: {" ".join(case) for case in _cases(area, labels)} for area in one.areas}


def _cases(area: Area, labels: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    case = area.resolution.case
    places = {case.field(number).label: number for number in case.dimensions}
    for box in case.spelled_out(area.region):
        masks = [(case.classes(places[label]).extents, box[places[label]]) for label in labels]
        yield from product(*({w for n, e in enumerate(es) if mask >> n & 1 for w in _words(e)} for es, mask in masks))


def _words(extent: Extent) -> Iterator[str]:
    yield from (atom if isinstance(atom, str) else "absent" if atom is ABSENT else "other" for atom in extent.atoms)
    yield from (f"{low}-{high}" for low, high in extent.runs)


ACROSS_DISTRICTS = "question ask uniform across to.district\nprovision p cites l "


def test_a_question_that_claims_nothing_is_not_searched() -> None:
    assert searched('question ask\nprovision p cites l when to.district is "49" permit ask') == ()


@pytest.mark.parametrize("rest", ["when to.kind is port permit ask", "when mode is sea permit ask", "permit ask"])
def test_what_does_not_turn_on_it_is_uniform(rest: str) -> None:
    assert searched(ACROSS_DISTRICTS + rest) == ()
    assert searched(ACROSS_DISTRICTS + rest, "open") == ()


def test_a_district_that_is_named() -> None:
    """The zone 4917 is alone of its kind: no other office is like it."""
    text = ACROSS_DISTRICTS + 'when to.district is "49" permit ask'
    assert cases(text, "to") == {"permitted": {"4901", "4902"}, "gap": {"2201", "4201"}}


def test_what_is_said_of_it() -> None:
    text = ACROSS_DISTRICTS + 'when to.district is "49" permit ask\nprovision r cites l when mode is sea permit ask'
    finding = found(text)
    assert str(finding.message) == "`ask` treats like cases differently: `to.district` should make no difference"
    assert finding.concerns == ("ask", "p")
    assert [str(each.message) for each in finding.related] == ["`p` tests `to.district`"]
    assert finding.span is not None
    assert (finding.id, finding.span.line) == ("U101", HEAD.count("\n") + 1)


def test_only_where_nothing_else_decides() -> None:
    text = ACROSS_DISTRICTS + 'when to.district is "49" permit ask\nprovision r cites l when mode is sea permit ask'
    assert cases(text, "to", "mode") == {"permitted": {"4901 road", "4902 road"}, "gap": {"2201 road", "4201 road"}}


def test_a_code_that_is_named_is_held_against_those_of_its_own_district_too() -> None:
    text = ACROSS_DISTRICTS + 'when to is "4901" permit ask'
    assert cases(text, "to") == {"permitted": {"4901"}, "gap": {"2201", "4201", "4902"}}
    assert [str(each.message) for each in found(text).related] == ["`p` tests `to`"]


def test_what_is_reached_through_the_attribute_belongs_to_it() -> None:
    text = ACROSS_DISTRICTS + "when to.district.coast permit ask"
    assert cases(text, "to") == {"permitted": {"2201", "4201"}, "gap": {"4901", "4902"}}


def test_a_chain_names_its_last_attribute_alone() -> None:
    """22 and 49 are both big, 42 is small: only the ports of the former are alike but for the coast."""
    text = "question ask uniform across to.district.coast\nprovision p cites l when to.district.coast permit ask"
    assert cases(text, "to") == {"permitted": {"2201"}, "gap": {"4901", "4902"}}


def test_other_attributes_keep_codes_apart() -> None:
    text = "question ask uniform across to.kind\nprovision p cites l when to.kind is zone permit ask"
    assert cases(text, "to") == {"permitted": {"4917"}, "gap": {"4901", "4902"}}
    assert searched(text.replace("to.kind is zone", 'to.district is "49"')) == ()


def test_codes_no_table_lists_are_like_listed_ones() -> None:
    text = ACROSS_DISTRICTS + 'when to.kind is zone and to.district is "49" permit ask'
    assert searched(text) == ()
    assert cases(text, "to", form="open") == {"permitted": {"4917", "other"}, "gap": {"other"}}


def test_a_listed_code_that_is_treated_otherwise_than_any_other() -> None:
    text = ACROSS_DISTRICTS + 'when to is "4917" permit ask'
    assert searched(text) == ()
    assert cases(text, "to", form="open") == {"permitted": {"4917"}, "gap": {"other"}}


def test_dated_attributes_must_have_equal_windows() -> None:
    dated = """"2201": {district: "22", kind: [{value: port, from: 2010-01-01}]}
"4901": {district: "49", kind: [{value: port, from: 2012-01-01}]}
"4902": {district: "49", kind: [{value: port, from: 2010-01-01}]}
"""
    text = (HEAD.replace("kind : one of { port, zone }", "kind : one of { port, zone } dated"),)
    whole = text[0].replace("FORM", "closed") + ACROSS_DISTRICTS + 'when to.district is "49" permit ask'
    book, findings = load_texts({"t.rules": whole, "codes/districts.yaml": DISTRICTS, "codes/offices.yaml": dated})
    assert book is not None, [str(finding.message) for finding in findings]
    law = Law(book)
    (one,) = find_nonuniform(law, partial(over_all_cases, law))
    assert {a.word: {" ".join(c) for c in _cases(a, ("to",))} for a in one.areas} == {
        "permitted": {"4902"},
        "gap": {"2201"},
    }


def test_the_code_above_need_only_be_alike() -> None:
    tower = """"2200": {district: "22"}
"4900": {district: "49"}
"2201": {district: "22", kind: port, parent: "2200"}
"4901": {district: "49", kind: port, parent: "4900"}
"4905": {district: "49", kind: port}
"""
    text = ACROSS_DISTRICTS + 'when to in "4900" permit ask'
    assert cases(text, "to", offices=tower) == {"permitted": {"4900", "4901"}, "gap": {"2200", "2201"}}


def test_any_two_values_of_a_fact() -> None:
    text = "question ask uniform across mode\nprovision p cites l when mode is sea and to.kind is zone permit ask"
    assert cases(text, "mode", "to") == {"permitted": {"sea 4917"}, "gap": {"road 4917"}}


def test_any_two_codes() -> None:
    text = 'question ask uniform across to\nprovision p cites l when to.kind is zone and to.district is "49" permit ask'
    assert cases(text, "to") == {"permitted": {"4917"}, "gap": {"2201", "4201", "4901", "4902"}}


def test_an_absent_value_is_one_of_them() -> None:
    text = "fact note : boolean optional\nquestion ask uniform across note\n"
    told = cases(text + "provision p cites l when note is given permit ask", "note")
    assert told == {"permitted": {"true", "false"}, "gap": {"absent"}}


def test_an_absent_code_is_like_no_other() -> None:
    text = "fact last : office optional\nquestion ask uniform across last.district\n"
    assert searched(text + "provision p cites l when last is given permit ask") == ()


def test_facts_that_are_compared() -> None:
    """Another office of the kind of the one at home is another office all the same."""
    text = "question ask uniform across to.district\nprovision p cites l when to is home permit ask"
    ports = {"2201", "4201", "4901", "4902"}
    told = cases(text, "to", "home")
    assert told["permitted"] == {f"{port} {port}" for port in ports}
    assert told["gap"] >= {"2201 4901", "4901 4902"}
    assert not any("4917" in case for case in told["permitted"] | told["gap"] if case != "4917 4917")


def test_a_fact_that_a_quantity_is_reckoned_from() -> None:
    text = "question ask uniform across load\nprovision p cites l when load + limit > 9 permit ask"
    assert {area.word for area in searched(text)[0].areas} == {"permitted", "gap"}
    assert searched(text.replace("load + limit > 9", "limit > 5")) == ()


def test_cases_that_a_quantity_keeps_from_being_told_exactly_are_said_to_be_doubtful() -> None:
    """With no limit at all no load is enough, which a box of all limits does not say."""
    text = "question ask uniform across load\nprovision p cites l when load + limit > 9 permit ask"
    doubt = "not each of these cases need have a like case with another verdict"
    remarks = {area.word: [str(remark) for remark in area.remarks] for area in searched(text)[0].areas}
    assert remarks == {"permitted": ["verdict: `permitted`", doubt], "gap": ["verdict: `gap`", doubt]}
    (exact,) = searched(text.replace("load + limit > 9", "load > 5"))
    assert [str(remark) for remark in exact.areas[0].remarks] == ["verdict: `gap`"]


def test_a_quantity_that_is_always_enough_makes_no_difference() -> None:
    text = "question ask uniform across load\nprovision p cites l when load + limit >= 0 permit ask"
    assert searched(text) == ()


@pytest.mark.parametrize(
    ("across", "condition"),
    [("mode", "g.sealed and mode is sea"), ("home.district", "g.sealed and g.to.district is home.district")],
)
def test_lists_whose_elements_are_counted_by_it(across: str, condition: str) -> None:
    text = f"question ask uniform across {across}\nprovision p cites l when any g in legs: ({condition}) permit ask"
    for form in ("open", "closed"):
        assert {area.word for area in searched(text, form)[0].areas} == {"permitted", "gap"}
    assert searched(text.replace(condition, "g.sealed")) == ()


def test_facts_of_an_element() -> None:
    text = "question ask for each leg in legs uniform across leg.to.district\nprovision p cites l "
    told = cases(text + 'when leg.to.district is "22" permit ask', "leg.to")
    assert told == {"permitted": {"2201"}, "gap": {"4201", "4901", "4902"}}
    assert searched(text + 'when leg.from.district is "22" permit ask') == ()


def test_cases_the_question_is_not_asked_in_do_not_count() -> None:
    text = "question ask within mode is sea uniform across mode\nprovision p cites l permit ask"
    assert searched(text) == ()


def test_cases_that_cannot_be_do_not_count() -> None:
    text = 'never mode is road because "no road"\nquestion ask uniform across mode\n'
    assert searched(text + "provision p cites l when mode is sea permit ask") == ()


def test_a_conflict_is_an_outcome_and_a_silence_on_record_too() -> None:
    text = """question ask uniform across mode
provision p cites l when mode is sea and limit < 5 permit ask
provision r cites l when mode is sea and load < 5 forbid ask
known gap g in ask when mode is road because "no text"
"""
    assert set(cases(text, "mode")) == {"permitted", "forbidden", "conflict", "gap", "known-gap"}


def test_values_that_differ() -> None:
    text = """question fee answers integer 0..9 uniform across mode
provision p cites l when mode is sea decide fee is 3
provision r cites l when mode is road decide fee is FEE
"""
    assert cases(text.replace("FEE", "4"), "mode") == {"decided": {"sea", "road"}}
    assert searched(text.replace("FEE", "3")) == ()


def test_an_answer_it_hangs_on() -> None:
    text = """question first
question ask uniform across mode
provision one cites l when mode is sea permit first
provision other cites l when mode is road forbid first
provision p cites l when first is permitted permit ask
"""
    assert cases(text, "mode") == {"permitted": {"sea"}, "gap": {"road"}}
    assert found(text).concerns == ("ask", "one", "other")


def test_a_silence_of_another_question_is_no_difference() -> None:
    text = """question first
question ask uniform across mode
provision p cites l when first is permitted permit ask
"""
    assert searched(text) == ()


def test_codes_that_may_differ_in_too_many_ways_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.logic.merging.MOST_CLASSES", 3)
    finding = found(ACROSS_DISTRICTS + 'when to.district is "49" and to.kind is port permit ask', "open")
    assert (finding.id, finding.concerns) == ("A102", ("ask",))
