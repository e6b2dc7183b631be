"""Codes no table lists, as classes of the field of their fact."""

from checker.logic import Law
from checker.logic.fields import Virtual
from checker.logic.horizon import over_all_cases
from checker.regions import volume
from checker.rulebook import load_texts
from tests.unit.logic.mapped import HEAD, KINDS, OFFICES, mapped

RULES = "fact at : office\nquestion q\n"


def atoms(text: str) -> tuple[object, ...]:
    case = mapped(text, codes=OFFICES).case
    return next(case.field(n).atoms for n in case.dimensions if case.field(n).key == ("at",))


def test_one_field_holds_listed_codes_and_a_class_for_each_combination_of_properties() -> None:
    found = atoms(RULES + "provision p cites l when at.kind in zone and at.region is north permit q\n")
    # Kinds are tested for zone alone, regions for north: two times two ways an unlisted office may be.
    assert [str(a) for a in found if isinstance(a, str)] == ["11", "12", "21", "22"]
    assert sum(isinstance(a, Virtual) for a in found) == 4


def test_a_test_on_an_attribute_is_one_box() -> None:
    resolution = mapped(
        RULES + "provision p cites l when at.kind in zone and at.region is south permit q\n", codes=OFFICES
    )
    assert len(resolution.applicable("p")) == 1


def test_what_no_attribute_is_asked_of_has_one_class_for_all_other_codes() -> None:
    found = atoms(RULES + 'provision p cites l when at in { "11" } permit q\n')
    assert not any(isinstance(a, Virtual) for a in found)


def test_properties_of_properties_count_only_where_they_mean_something() -> None:
    codes = 'codes yard from "codes/yards.yaml" open { office : office }\nfact at : yard\nquestion q\n'
    text = codes + "provision p cites l when at.office.kind in zone permit q\n"
    tables = {"codes/offices.yaml": OFFICES, "codes/yards.yaml": '"Y": {office: "21"}\n'}
    book, findings = load_texts({"t.rules": HEAD + KINDS + text, **tables})
    assert book is not None, findings
    resolution = over_all_cases(Law(book), "q")
    case = resolution.case
    field = next(n for n in case.dimensions if case.field(n).key == ("at",))
    # One listed yard; an unlisted one lies at a listed office that is a zone, at a listed one that is none (or at
    # none at all, which no test tells apart), or at an unlisted office that is a zone or is none.
    assert case.space.widths[field] == 1 + 4
    applies = case.both(resolution.applicable("p"), resolution.asked)
    assert 5 * volume(case.space, applies) == 3 * volume(case.space, resolution.asked)
