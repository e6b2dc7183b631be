"""The vocabulary: facts, records, definitions and roles by name, and the mistakes one can make in declaring them."""

import pytest

from checker.rulebook.model import CodeType, FiniteType, RecordField, RecordType, TextType, boolean
from checker.rulebook.vocabulary import answer_type
from checker.syntax import nodes
from tests.unit.rulebook.written import found, read_vocabulary, statements, vocabulary

OFFICES = """kinds site_kind { port }
codes office/关区 from "codes/offices.yaml" open {
  kind/类别 : site_kind  district/直属 : office  region : site_kind dated
}
codes seal from "codes/seals.yaml" closed { maker : office }
"""


def test_facts_and_fields_say_their_names_type_and_marks() -> None:
    built = vocabulary("""rulebook t { roles customs/海关 }
record leg/运段 { far/远 : boolean optional }
fact legs/各段 : list of leg
fact consent : boolean decided by 海关
""")
    assert built.records["leg"].names == ("leg", "运段")
    assert built.records["leg"].fields == (RecordField(("far", "远"), boolean(), True, None),)
    assert built.fact("各段") == built.facts["legs"]
    assert built.field("leg", "远") == built.records["leg"].fields[0]
    assert built.facts["consent"] == RecordField(("consent",), boolean(), False, "customs")
    assert built.roles == {"customs": "customs", "海关": "customs"}


def test_types_are_found_by_every_alias() -> None:
    built = vocabulary(OFFICES, offices="", seals="")
    assert set(built.types) == {"site_kind", "office", "关区", "seal"}
    assert built.types["关区"] is built.types["office"]
    assert isinstance(built.types["site_kind"], FiniteType)


def test_a_table_may_speak_of_itself_and_of_another() -> None:
    built = vocabulary(
        OFFICES,
        offices='"4905": {类别: port, 直属: "4900"}\n"4900": {district: "4900"}',
        seals='S1: {maker: "4905"}',
    )
    office, seal = built.types["office"], built.types["seal"]
    assert isinstance(office, CodeType)
    assert isinstance(seal, CodeType)
    assert (office.table.names, office.table.closed, seal.table.closed) == (("office", "关区"), False, True)
    assert office.table.rows["4905"].value("district", None) == "4900"
    assert seal.table.rows["S1"].value("maker", None) == "4905"
    district = office.table.attribute("直属")
    assert district is not None
    assert isinstance(district.type, CodeType)
    assert district.type.table is office.table


def test_a_table_is_open_unless_it_says_closed() -> None:
    office = vocabulary('codes office from "codes/offices.yaml" { }', offices="").types["office"]
    assert isinstance(office, CodeType)
    assert not office.table.closed


def test_definitions_are_found_on_their_record_by_every_alias() -> None:
    built = vocabulary("""record leg/运段 { far : boolean }
fact rail : boolean
define busy/忙 = rail
define 运段.busy/繁忙 = leg.far
""")
    on_plan, on_leg = built.definition(None, "忙"), built.definition("leg", "繁忙")
    assert on_plan is built.definition(None, "busy")
    assert on_leg is built.definition("leg", "busy")
    assert on_plan is not on_leg
    assert built.definition("leg", "忙") is None


def test_places_tell_where_things_are_declared() -> None:
    built = vocabulary(OFFICES + "record leg { far : boolean }\nfact legs : list of leg", offices="", seals="")
    places = {key: (span.line, span.column) for key, span in built.places.items()}
    assert places["office", "district"] == (3, 24)
    assert places["leg", "far"] == (6, 14)
    assert places[None, "legs"] == (7, 6)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("record r { a : boolean  b/a : date }", ("N202", 1, "`a` is declared twice")),
        ("record r { a : boolean }\ndefine r.a = true", ("N202", 2, "`a` is declared twice")),
        ("record r { b : boolean }\ndefine r.a = true\ndefine r.a = false", ("N202", 3, "`a` is declared twice")),
        ("record r { a : boolean }\ndefine rr.b = true", ("N201", 2, "no record is named `rr`")),
        ("fact a : boolean decided by customs", ("N201", 1, "no role is named `customs`")),
        (
            'codes c from "codes/none.yaml" { }',
            ("D106", 1, "there is no code table `codes/none.yaml`"),
        ),
        (
            'record r { a : date }\ncodes c from "codes/c.yaml" { it : r }',
            ("T301", 2, "`it` of a code is one value, not a record"),
        ),
        ('codes c from "codes/c.yaml" { a : date  a : text }', ("N202", 1, "`a` is declared twice")),
        (
            'codes c from "codes/c.yaml" { parent : date }',
            ("N202", 1, "`parent` is the code above, and no attribute"),
        ),
    ],
)
def test_mistakes_of_declarations(text: str, finding: tuple[str, int, str]) -> None:
    assert found(read_vocabulary(text, c="")[1]) == [finding]


def test_the_nearest_file_is_offered_for_a_missing_table() -> None:
    _, (finding,) = read_vocabulary('codes c from "codes/ofices.yaml" { }', offices="")
    assert str(finding.help) == 'write "codes/offices.yaml"'


def test_a_mistake_within_a_table_has_its_place_in_the_file() -> None:
    _, (finding,) = read_vocabulary(OFFICES, offices='"1":\n  类别: prot', seals="")
    assert (finding.id, str(finding.span), str(finding.help)) == ("D106", "codes/offices.yaml:2:7", "write `port`")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("record a { inner : a }", "`a` contains itself by its field `inner`"),
        ("record a { inner : list of a }", "`a` contains itself by its field `inner`"),
        ("record a { one : b }\nrecord b { two : list of a }", "`b` contains itself by its field `two`"),
    ],
)
def test_a_record_does_not_contain_itself(text: str, message: str) -> None:
    built, findings = read_vocabulary(text + "\nfact x : a")
    assert [(f.id, str(f.message)) for f in findings] == [("D301", message)]
    assert built.facts["x"].type == RecordType("a")


def test_records_may_share_a_record() -> None:
    text = "record a { one : c  two : c }\nrecord b { c : c }\nrecord c { x : boolean }\nfact f : a\nfact g : b"
    assert read_vocabulary(text)[1] == ()


def test_all_mistakes_are_found_at_once_and_the_rest_is_read() -> None:
    built, findings = read_vocabulary("fact a : aa\nfact b : bb\nfact c : boolean\nfact c : text")
    assert found(findings) == [
        ("N202", 4, "`c` is declared twice"),
        ("N201", 1, "no type or record is named `aa`"),
        ("N201", 2, "no type or record is named `bb`"),
    ]
    assert built.facts["c"].type == boolean()
    assert set(built.facts) == {"c"}


def test_an_answer_is_one_value() -> None:
    built = vocabulary("record leg { far : boolean }\nkinds site { port }")
    text = "question a answers site\nquestion b answers list of leg\nquestion c answers one of { x, y }\n"
    questions = statements(text + "question d answers text\nquestion e answers sitte")
    clauses = [q.clauses[0] for q in questions if isinstance(q, nodes.QuestionDeclaration)]
    types = [answer_type(built, c.type, "q") for c in clauses if isinstance(c, nodes.Answers)]
    assert types[0] is built.types["site"]
    assert str(getattr(types[1], "message", None)) == "`q` answers with one value, not with records"
    assert isinstance(types[2], FiniteType)
    assert (types[2].name, types[2].domain) == ("q", ("x", "y"))
    assert types[3] == TextType()
    assert getattr(types[4], "id", None) == "N201"
