"""Names: one global space, spaces of their own beside it, and the nearest right word to a wrong one."""

from checker.findings import Span, say
from checker.rulebook.names import declare, declare_roles, unknown_name
from checker.syntax import nodes
from tests.unit.rulebook.written import found, names, statements

WHOLE = """rulebook t { ranks announcement  roles customs/海关, carrier }
codes office/关区 from "codes/offices.yaml" { }
kinds site_kind { port }
levels credit { B < A }
record leg/运段 { far : boolean }
fact legs : list of leg
define late = true
define leg.near = not leg.far
document a/「公告2015年第47号」 { rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }
question carry/承运方式 "May it be carried?"
provision a1/自运 cites a permit carry
under cites a { provision a2 permit carry  under when late { provision a3 permit carry } }
known gap silent in carry because "nothing said"
open point vague on a1 because "no criterion"
"""


def name(text: str, length: int | None = None) -> nodes.Name:
    """Write a name; `length` is how many columns it takes, more than its text between brackets."""
    return nodes.Name(Span("t.rules", 9, 5, 9, 5 + (len(text) if length is None else length)), text)


def test_every_alias_stands_for_the_canonical_name() -> None:
    declared, findings = names(WHOLE)
    assert findings == ()
    expected = {
        ("office", "type"): "office",
        ("关区", "type"): "office",
        ("site_kind", "type"): "site_kind",
        ("credit", "type"): "credit",
        ("运段", "record"): "leg",
        ("legs", "fact"): "legs",
        ("late", "definition"): "late",
        ("公告2015年第47号", "document"): "a",
        ("承运方式", "question"): "carry",
        ("自运", "provision"): "a1",
        ("a2", "provision"): "a2",
        ("a3", "provision"): "a3",
        ("silent", "known gap"): "silent",
        ("vague", "open point"): "vague",
    }
    assert {key: declared.find(name(key[0]), key[1]) for key in expected} == expected


def test_a_name_of_another_category_is_not_found() -> None:
    declared, _ = names(WHOLE)
    assert declared.find(name("carry"), "provision") is None
    finding = declared.unknown(name("carry"), "provision")
    assert str(finding.message) == "no provision is named `carry`; it is the name of a question"


def test_fields_values_roles_and_definitions_on_a_record_are_not_global() -> None:
    declared, _ = names(WHOLE)
    assert {"far", "near", "port", "B", "customs", "announcement", "gacc", "t"}.isdisjoint(declared.declared)


def test_a_second_declaration_is_reported_where_it_stands() -> None:
    declared, findings = names("fact heavy : boolean\nfact light/heavy : boolean\nquestion light")
    assert found(findings) == [
        ("N202", 2, "`heavy` is declared twice"),
        ("N202", 3, "`light` is declared twice"),
    ]
    assert [r.span.line for f in findings for r in f.related] == [1, 2]
    assert declared.find(name("heavy"), "fact") == "heavy"
    assert declared.find(name("light"), "fact") == "light"


def test_a_name_doubled_among_its_own_aliases_is_reported() -> None:
    _, findings = names("fact heavy/heavy : boolean")
    assert found(findings) == [("N202", 1, "`heavy` is declared twice")]


def test_roles_are_a_space_of_their_own() -> None:
    text = "rulebook t { roles customs/海关 }\nfact customs : boolean"
    roles, findings = declare_roles(statements(text))
    assert (roles, findings) == ({"customs": "customs", "海关": "customs"}, ())
    assert declare(statements(text))[1] == ()
    _, doubled = declare_roles(statements("rulebook t { roles customs, carrier, customs }"))
    assert found(doubled) == [("N202", 1, "`customs` is declared twice")]


def test_an_unknown_name_is_offered_the_nearest_of_its_category_with_its_place() -> None:
    declared, _ = names("document carry_a { }\nquestion carry\nquestion parry")
    finding = declared.unknown(name("carrry"), "question")
    assert (finding.id, str(finding.message)) == ("N201", "no question is named `carrry`")
    assert str(finding.help) == "write `carry`, declared at t.rules:2:10"
    assert declared.unknown(name("entirely_else"), "question").help is None


def test_several_categories_may_be_asked_for() -> None:
    declared, _ = names(WHOLE)
    finding = declared.unknown_of(name("a99"), ("provision", "question"))
    assert str(finding.message) == "no provision or question is named `a99`"


def test_a_chinese_run_that_hides_keywords_is_offered_its_split() -> None:
    finding = unknown_name(name("方式为海"), say("no fact is named `方式为海`"), (), lambda _: None)
    assert (finding.id, str(finding.help)) == ("N204", "write `「方式」为「海」`")


def test_a_name_in_brackets_is_one_name_whatever_it_holds() -> None:
    quoted = name("方式为海", length=6)
    finding = unknown_name(quoted, say("no fact is named `方式为海`"), ("方式",), lambda _: None)
    assert (finding.id, str(finding.message)) == ("N201", "no fact is named `方式为海`")
