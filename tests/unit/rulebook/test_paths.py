"""Paths: what a name with dots names, from the plan or from an element, and the finding at the part that is wrong."""

from checker.findings import Finding
from checker.rulebook.model import CodeType, Fact, Term, boolean
from checker.rulebook.paths import (
    Binding,
    DefinitionPlace,
    ListPlace,
    Place,
    RecordPlace,
    bind,
    own_name,
    record_places,
    resolve_path,
)
from checker.rulebook.vocabulary import Vocabulary
from tests.unit.rulebook.written import path, read_vocabulary, vocabulary

TEXT = """rulebook t { roles customs }
kinds site_kind { port }
codes office from "codes/offices.yaml" { kind/类别 : site_kind  district/直属海关 : office  closed : boolean }
record place { code : office  checked : boolean }
record leg/运段 { to/终点 : office  far : boolean optional  stop/停 : place decided by customs  loads : list of load }
record load { mixed : boolean }
record inspection { selected : boolean  spot : place optional }
record declaration { mode/方式 : boolean  legs_of : list of leg }
fact decl/报关单 : declaration
fact insp/查验 : inspection decided by customs
fact legs/各段 : list of leg
fact far : boolean
define busy/忙 = far
define leg.near/近 = not leg.far
define place.fine = place.checked
question move for each l in legs
"""


def built() -> Vocabulary:
    return vocabulary(TEXT, offices="")


def resolve(text: str, *bindings: Binding) -> Place | Finding:
    return resolve_path(built(), path(text), bindings)


def term(place: Place | Finding) -> Term:
    assert isinstance(place, Term)
    return place


def wrong(place: Place | Finding) -> Finding:
    assert isinstance(place, Finding)
    return place


def on_legs(variable: str) -> Binding:
    return bind(variable, ListPlace("legs", "leg", "legs"))


def test_a_fact_of_the_plan_by_any_alias() -> None:
    expected = Term(Fact(("far",), None, "far", boolean(), False, None), (), boolean())
    assert resolve("far") == expected
    mode = Fact(("decl", "mode"), None, "decl.mode", boolean(), False, None)
    assert term(resolve("decl.mode")).fact == mode
    assert term(resolve("报关单.方式")).fact == mode


def test_a_fact_of_an_element_runs_from_the_element() -> None:
    expected = Fact(("far",), "legs", "leg.far", boolean(), True, None)
    assert term(resolve("l.far", on_legs("l"))).fact == expected
    assert term(resolve("leg.far", on_legs("leg"))).fact == expected
    assert expected.key == ("legs[]", "far")


def test_a_variable_named_like_its_record_answers_to_the_records_aliases() -> None:
    assert term(resolve("运段.终点", on_legs("leg"))).fact.label == "leg.to"
    assert wrong(resolve("运段.终点", on_legs("l"))).id == "T304"


def test_the_innermost_variable_counts_and_hides_a_fact() -> None:
    outer, inner = on_legs("far"), bind("far", ListPlace("decl.legs_of", "leg", "decl.legs_of"))
    assert resolve("far", outer) == outer.place
    assert term(resolve("far.far", outer, inner)).fact.list == "decl.legs_of"


def test_attributes_of_a_code_are_a_chain_on_the_one_fact() -> None:
    reached = term(resolve("leg.to.直属海关.district.类别", on_legs("leg")))
    assert (reached.fact.path, reached.chain) == (("to",), ("district", "district", "kind"))
    assert isinstance(reached.fact.type, CodeType)
    assert reached.type == built().types["site_kind"]
    assert term(resolve("leg.to.closed", on_legs("leg"))).type == boolean()


def test_records_within_records_carry_their_marks() -> None:
    spot = term(resolve("查验.spot.code.kind"))
    assert (spot.fact.path, spot.fact.label) == (("insp", "spot", "code"), "insp.spot.code")
    assert (spot.fact.optional, spot.fact.decided_by, spot.chain) == (True, "customs", ("kind",))
    stop = term(resolve("l.停.checked", on_legs("l"))).fact
    assert stop == Fact(("stop", "checked"), "legs", "leg.stop.checked", boolean(), False, "customs")


def test_records_and_lists_are_places() -> None:
    assert resolve("decl") == RecordPlace("declaration", None, ("decl",), "decl")
    assert resolve("leg", on_legs("leg")) == RecordPlace("leg", "legs", (), "leg")
    assert resolve("各段") == ListPlace("legs", "leg", "legs")
    assert resolve("decl.legs_of") == ListPlace("decl.legs_of", "leg", "decl.legs_of")
    assert resolve("l.loads", on_legs("l")) == ListPlace("legs[].loads", "load", "leg.loads")


def test_an_element_of_an_inner_list() -> None:
    loads = resolve("l.loads", on_legs("l"))
    assert isinstance(loads, ListPlace)
    mixed = term(resolve("x.mixed", on_legs("l"), bind("x", loads))).fact
    assert (mixed.key, mixed.label) == (("legs[].loads[]", "mixed"), "load.mixed")


def test_a_definition_is_read_under_the_bindings_of_its_place() -> None:
    near = resolve("l.近", on_legs("l"))
    assert isinstance(near, DefinitionPlace)
    assert near.definition.naming.text == "near"
    assert near.bindings == (Binding("leg", RecordPlace("leg", "legs", (), "leg")),)
    assert term(resolve("运段.far", *near.bindings)).fact.key == ("legs[]", "far")
    fine = resolve("l.stop.fine", on_legs("l"))
    assert isinstance(fine, DefinitionPlace)
    assert term(resolve("place.checked", *fine.bindings)).fact.label == "leg.stop.checked"


def test_a_definition_of_the_plan_sees_no_element() -> None:
    busy = resolve("忙", on_legs("l"))
    assert isinstance(busy, DefinitionPlace)
    assert busy.bindings == ()


def test_every_place_of_a_record_is_found() -> None:
    legs = record_places(built(), "leg")
    assert [(p.list, p.path) for p in legs] == [("decl.legs_of", ()), ("legs", ())]
    places = record_places(built(), "place")
    assert [(p.list, p.path, p.label) for p in places] == [
        ("decl.legs_of", ("stop",), "leg.stop"),
        (None, ("insp", "spot"), "insp.spot"),
        ("legs", ("stop",), "leg.stop"),
    ]
    assert [p.list for p in record_places(built(), "load")] == ["decl.legs_of[].loads", "legs[].loads"]


def test_a_records_own_name_stands_for_any_of_its_places() -> None:
    spot = record_places(built(), "place")[1]
    assert term(resolve("place.checked", own_name(spot))).fact.label == "insp.spot.checked"


def test_an_unknown_field_is_reported_at_its_part_with_the_nearest() -> None:
    finding = wrong(resolve("decl.mod.x"))
    assert (finding.id, str(finding.message)) == ("N201", "no field of `decl` is named `mod`")
    assert str(finding.help) == "write `mode`, declared at t.rules:8:22"
    assert finding.span is not None
    assert (finding.span.column, finding.span.end_column) == (17, 20)


def test_an_unknown_attribute_is_reported_like_a_field() -> None:
    finding = wrong(resolve("l.to.district.kinnd", on_legs("l")))
    assert (finding.id, str(finding.message)) == ("N201", "no field of `district` is named `kinnd`")
    assert str(finding.help) == "write `kind`, declared at t.rules:3:42"


def test_a_definition_is_offered_as_well() -> None:
    assert str(wrong(resolve("l.nearr", on_legs("l"))).help) == "write `near`, declared at t.rules:14:12"


def test_an_unknown_first_name_is_offered_facts_and_variables() -> None:
    finding = wrong(resolve("declo.mode"))
    assert (str(finding.message), str(finding.help)) == (
        "no fact is named `declo`",
        "write `decl`, declared at t.rules:9:6",
    )
    assert str(wrong(resolve("last_le.far", on_legs("last_leg"))).help) == "write `last_leg`"


def test_a_field_without_its_fact_is_offered_with_it() -> None:
    finding = wrong(resolve("mode"))
    assert (str(finding.message), str(finding.help)) == ("no fact is named `mode`", "write `decl.mode`")
    assert str(wrong(resolve("方式")).help) == "write `decl.方式`"
    assert str(wrong(resolve("selected")).help) == "write `insp.selected`"


def test_a_single_value_has_no_fields() -> None:
    assert str(wrong(resolve("far.x")).message) == "`far` is one value and has no field `x`"
    assert wrong(resolve("busy.x")).id == "T301"


def test_an_element_outside_its_list_is_a_mistake_of_type() -> None:
    by_record, by_variable, by_list = wrong(resolve("leg.far")), wrong(resolve("l.far")), wrong(resolve("legs.far"))
    assert [f.id for f in (by_record, by_variable, by_list)] == ["T304"] * 3
    assert (
        str(by_record.message)
        == "`leg.far` belongs to an element of `decl.legs_of` or `legs`, and none is spoken of here"
    )
    assert str(by_variable.message) == "`l.far` belongs to an element of `legs`, and none is spoken of here"
    assert str(by_variable.help) == "let the question be `for each l in legs`, or test `any l in legs: (…)`"
    assert str(by_list.message) == "`legs` is a list: `far` belongs to each of its elements"


def test_a_record_that_is_in_no_list_is_just_no_fact() -> None:
    assert wrong(resolve("declaration.mode")).id == "N201"


def test_a_field_whose_type_is_wrong_repeats_its_own_finding() -> None:
    text = "record r { a : aa }\nfact f : r\nfact g : gg\nrecord s { s : list of s }\nfact h : s"
    damaged, findings = read_vocabulary(text)
    repeated = {wrong(resolve_path(damaged, path(p))) for p in ("f.a", "f.a.b", "g", "g.x", "h.s")}
    assert repeated == set(findings)
    assert len(findings) == 3


def test_a_chinese_run_that_hides_keywords_is_offered_its_split() -> None:
    finding = wrong(resolve("方式为海"))
    assert (finding.id, str(finding.help)) == ("N204", "write `「方式」为「海」`")
