"""The header: one for a rulebook, its ranks, who rules, and which date governs."""

import pytest

from checker.findings import Finding
from checker.rulebook.header import rank_index, read_header
from checker.rulebook.model import Header, Ruling
from tests.unit.rulebook.written import found, read_vocabulary, statements

FACTS = """record leg { at : date }
fact decl_at/申报日期 : date
fact loaded : datetime optional
fact rail : boolean
fact legs : list of leg
codes office from "codes/offices.yaml" { opened : date }
fact home : office
"""


def read(text: str) -> tuple[Header | None, tuple[Finding, ...]]:
    vocabulary, findings = read_vocabulary(FACTS + text, offices="")
    assert findings == ()
    return read_header(statements(FACTS + text), vocabulary)


def test_everything_a_header_says() -> None:
    header, findings = read("""rulebook yangtze "Along the Yangtze" {
  version 3  covers from 2001-01-01  reviewed until 2026-11-21
  ranks law > departmental_rule = local_regulation > announcement
  ruling departmental_rule, local_regulation by state_council
  governed by loaded else 申报日期
  roles carrier, customs/海关  timezone "+08:00"  calendar "CN"
}""")
    assert findings == ()
    assert header is not None
    assert (header.name, header.title, header.version) == ("yangtze", "Along the Yangtze", "3")
    assert (header.covers_from, header.reviewed_until) == (730486, 739941)
    assert header.ranks == (("law",), ("departmental_rule", "local_regulation"), ("announcement",))
    assert header.rulings == (Ruling(("departmental_rule", "local_regulation"), "state_council"),)
    assert [fact.label for fact in header.governed_by] == ["loaded", "decl_at"]
    assert header.roles == (("carrier",), ("customs", "海关"))
    assert (header.timezone, header.calendar) == ("+08:00", "CN")
    assert [rank_index(header, r) for r in ("law", "local_regulation", "announcement", "practice")] == [0, 1, 2, None]


def test_what_is_left_out_is_nothing() -> None:
    header, findings = read("rulebook t { }")
    assert findings == ()
    assert header == Header("t", None, None, None, None, (), (), (), (), None, None, rolls=False)


@pytest.mark.parametrize(
    ("clause", "rolls"),
    [
        ("period counts from next_day", False),
        ("period counts from next_day rolls over_holidays", True),
        ("期间起算 自 next_day 顺延 over_holidays", True),
    ],
)
def test_how_periods_are_counted(clause: str, rolls: bool) -> None:
    header, findings = read(f"rulebook t {{ {clause} }}")
    assert findings == ()
    assert header is not None
    assert header.rolls is rolls


def test_a_rulebook_has_one_header() -> None:
    assert read("")[0] is None
    assert found(read("")[1]) == [("D107", 1, "no file has the header `rulebook NAME { … }`")]
    header, findings = read("rulebook t { }\nrulebook u { }")
    assert header is not None
    assert header.name == "t"
    assert found(findings) == [("D107", 9, "a rulebook has one header")]


@pytest.mark.parametrize(
    ("clauses", "finding"),
    [
        ("ranks law > rule = law", ("N202", 8, "`law` is declared twice")),
        ("ranks law > rule  ruling rulee by npc", ("N201", 8, "no rank is named `rulee`")),
        ("covers from 2015-02-30", ("T302", 8, "the calendar has no day 2015-02-30")),
        (
            "covers from 2015-01-02 reviewed until 2015-01-01",
            ("D105", 8, "`reviewed until` lies before `covers from`"),
        ),
        ("period counts from same_day", ("N201", 8, "periods do not count from `same_day`")),
        (
            "period counts from next_day rolls over_holyday",
            ("N201", 8, "the end of a period does not roll `over_holyday`"),
        ),
        ("governed by decl_att", ("N201", 8, "no fact is named `decl_att`")),
        (
            "governed by rail",
            ("T301", 8, "`rail` is no fact with a day or a time: it cannot say which texts are in force"),
        ),
        (
            "governed by home.opened",
            ("T301", 8, "`home.opened` is no fact with a day or a time: it cannot say which texts are in force"),
        ),
        ("governed by leg.at", ("T304", 8, "`leg.at` belongs to an element of `legs`, and none is spoken of here")),
    ],
)
def test_mistakes_of_the_header(clauses: str, finding: tuple[str, int, str]) -> None:
    assert found(read(f"rulebook t {{ {clauses} }}")[1]) == [finding]


def test_both_words_on_periods_are_looked_at_and_the_right_ones_offered() -> None:
    _, findings = read("rulebook t { period counts from nextday rolls holidays }")
    assert [(f.id, str(f.help)) for f in findings] == [("N201", "write `next_day`"), ("N201", "write `over_holidays`")]


def test_the_nearest_rank_is_offered() -> None:
    _, (finding,) = read("rulebook t { ranks law > rule  ruling rulee by npc }")
    assert str(finding.help) == "write `rule`"
