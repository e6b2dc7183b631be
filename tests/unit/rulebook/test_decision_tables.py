"""Decision tables: rows to conditions and answers; rows that meet, rows that nothing reaches, cells that do not fit."""

import pytest
from msgspec.structs import replace

from checker.findings import Finding
from checker.rulebook import Rulebook, load_texts
from checker.rulebook.model import (
    ALWAYS,
    EXEMPT,
    FORBID,
    PERMIT,
    REQUIRE,
    Below,
    Condition,
    Decided,
    Effect,
    Members,
    Said,
)
from checker.rulebook.model import Test as OneTest

RULES = """rulebook t { ranks law  governed by day }
codes office from "codes/offices.yaml" { kind : place  home : office }
codes seal from "codes/seals.yaml" closed { }
kinds place { area/区域 { zone bay } port }
levels grade { C < B < A }
record leg { to : office  kind : one of { rail/铁路, road, air }  seal : seal  note : text }
fact day : date
fact wet : boolean
fact dry : boolean optional
fact kg : integer 0..100
fact at : datetime
fact goods : hs
fact rank : grade
fact mode : one of { sea, road }
fact legs : list of leg
fact where : place
fact left : integer 0..100 optional
record agent { known : boolean }
fact agent : agent optional
define heavy = kg > 50
document a { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
question carry "May the goods be carried?"
question way "Which way?" about mode
question days "How many days?" answers integer 0..99
question fines "Which fines?" collects text
question move "May the leg be driven?" for each leg in legs
question hold "How long may it be held?" for each leg in legs answers integer 0..99
"""
OFFICES = """"4900": {kind: zone}
"4905": {parent: "4900", kind: port}
"5300": {kind: port, home: "4900"}
"""
SEALS = """s1: {}
s2: {parent: s1}
t1: {}
"""


def load(table: str) -> tuple[Rulebook | None, tuple[Finding, ...]]:
    texts = {"codes/offices.yaml": OFFICES, "codes/seals.yaml": SEALS}
    return load_texts({"t.rules": f"{RULES}provision p cites a {table}", **texts})


def effects(table: str) -> tuple[Effect, ...]:
    loaded, findings = load(table)
    assert findings == ()
    assert loaded is not None
    return loaded.provisions["p"].effects


def rows(table: str) -> list[tuple[Condition, Said]]:
    return [(effect.condition, effect.said) for effect in effects(table)]


def findings_of(table: str) -> list[tuple[str, str]]:
    """Return the ids of the findings with the words they point to, in the order they are shown."""
    _, findings = load(table)
    return [(finding.id, pointed_at(table, finding)) for finding in findings]


def pointed_at(table: str, finding: Finding) -> str:
    span = finding.span
    assert span is not None
    assert span.line == span.end_line
    line = f"{RULES}provision p cites a {table}".split("\n")[span.line - 1]
    return line[span.column - 1 : span.end_column - 1]


def where(question: str, condition: str) -> Condition:
    """Return a condition as it is read elsewhere, under a question's subject."""
    return effects(f"permit {question} only if {condition}")[0].condition


def beside(table: str, condition: str) -> tuple[Condition, Condition]:
    """Return where the one row of a table on legs holds, and a condition read with the same code tables."""
    row, read, _ = effects(f"{table} require move only if {condition}")
    return row.condition, read.condition


def test_each_row_says_its_answer_where_its_cells_hold() -> None:
    assert rows("table carry by wet, kg { true, 5 : permit  true, 6 : forbid  false, * : exempt }") == [
        (where("carry", "wet and kg is 5"), PERMIT),
        (where("carry", "wet and kg is 6"), FORBID),
        (where("carry", "wet is false"), EXEMPT),
    ]


def test_a_row_of_stars_holds_always() -> None:
    assert rows("table carry by wet, kg { *, * : require }") == [(ALWAYS, REQUIRE)]


def test_the_effects_of_rows_stand_where_the_rows_do_and_beside_other_effects() -> None:
    found = effects('permit way note "x" table carry by wet { true : permit  false : forbid }')
    assert [(e.question, e.note) for e in found] == [("way", "x"), ("carry", None), ("carry", None)]
    assert [e.span.column for e in found[1:]] == [62, 77]


@pytest.mark.parametrize(
    ("cell", "column", "condition"),
    [
        ("5", "kg", "kg is 5"),
        ("5 .. 9", "kg", "kg between 5 and 9"),
        ("{ 5, 7 }", "kg", "kg in { 5, 7 }"),
        ("sea", "mode", "mode is sea"),
        ("{ sea, road }", "mode", "mode in { sea, road }"),
        ("area", "where", "where in area"),
        ("区域", "where", "where in area"),
        ("{ zone, port }", "where", "where in { zone, port }"),
        ("B", "rank", "rank is B"),
        ("{ C, B }", "rank", "rank < A"),
        ("2016-01-01 .. 2016-02-29", "day", "day between 2016-01-01 and 2016-02-29"),
        ("2016-01-01", "at", "at is 2016-01-01"),
        ('"0101210000"', "goods", 'goods is "0101210000"'),
        ("absent", "dry", "dry is absent"),
        ("缺省", "dry", "dry is absent"),
        ("{ true, absent }", "dry", "dry is true or dry is absent"),
        ("{ absent, 5, 6 }", "left", "left between 5 and 6 or left is absent"),
        ("absent", "agent", "agent is absent"),
    ],
)
def test_cells(cell: str, column: str, condition: str) -> None:
    assert rows(f"table carry by {column} {{ {cell} : permit }}") == [(where("carry", condition), PERMIT)]


@pytest.mark.parametrize(
    ("cell", "codes"),
    [('"4900"', ("4900",)), ('"4905"', ("4905",)), ('{ "4900", "5300" }', ("4900", "5300"))],
)
def test_a_code_in_a_cell_covers_all_below_it(cell: str, codes: tuple[str, ...]) -> None:
    found, one = beside(f"table move by leg.to {{ {cell} : permit }}", 'leg.to in "4900"')
    assert isinstance(one, OneTest)
    assert found == replace(one, values=Below(frozenset(codes)))


def test_a_record_that_may_be_absent_is_given_or_absent() -> None:
    (given, _), (absent, _) = rows("table carry by agent { given : permit  absent : forbid }")
    assert isinstance(absent, OneTest)
    assert absent == where("carry", "agent is absent")
    assert given == replace(absent, values=Members(frozenset(("given",))))


def test_columns_may_be_attributes_of_the_element_asked_about() -> None:
    table = "table move by leg.to.kind, leg.kind, leg.to.home.kind { area, rail, { bay, absent } : permit }"
    condition = "leg.to.kind in area and leg.kind is rail and (leg.to.home.kind is bay or leg.to.home.kind is absent)"
    found, read = beside(table, condition)
    assert found == read


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("permit", PERMIT),
        ("forbid", FORBID),
        ("require", REQUIRE),
        ("exempt", EXEMPT),
        ("permitted", PERMIT),
        ("forbidden", FORBID),
        ("required", REQUIRE),
        ("not-required", EXEMPT),
        ("准予", PERMIT),
        ("应当", REQUIRE),
    ],
)
@pytest.mark.parametrize("question", ["carry", "way"])
def test_answers_on_what_may_or_must_be_done(word: str, said: Said, question: str) -> None:
    assert rows(f"table {question} by wet {{ true : {word} }}") == [(where("carry", "wet"), said)]


def test_answers_that_are_values() -> None:
    assert rows("table days by wet { true : 14  false : 30 }") == [
        (where("carry", "wet"), Decided("14")),
        (where("carry", "wet is false"), Decided("30")),
    ]
    assert rows('table fines by wet { true : "a fine" }') == [(where("carry", "wet"), Decided("a fine"))]


def test_in_order_a_row_holds_where_no_earlier_one_does() -> None:
    table = "table carry by wet, kg in order { true, * : permit  *, 5 .. 9 : forbid  *, * : exempt }"
    assert rows(table) == [
        (where("carry", "wet"), PERMIT),
        (where("carry", "kg between 5 and 9 and not wet"), FORBID),
        (where("carry", "not wet and not kg between 5 and 9"), EXEMPT),
    ]


def test_in_order_an_earlier_row_that_never_meets_is_not_excluded() -> None:
    table = "table carry by wet, kg in order { true, 1 : permit  false, * : forbid  *, 1 .. 9 : exempt }"
    condition = "kg between 1 and 9 and not (wet and kg is 1) and not wet is false"
    assert rows(table)[1:] == [(where("carry", "wet is false"), FORBID), (where("carry", condition), EXEMPT)]


@pytest.mark.parametrize(
    ("columns", "first", "second"),
    [
        ("wet", "true", "false"),
        ("wet, kg", "true, *", "false, *"),
        ("wet, kg", "*, 1 .. 5", "*, 6 .. 9"),
        ("kg", "{ 1, 3, 5 }", "{ 2, 4, 6 }"),
        ("where", "zone", "{ port, bay }"),
        ("where", "zone", "bay"),
        ("leg.to", '"4900"', '"5300"'),
        ("leg.seal", "s2", "t1"),
        ("leg.kind", "{ rail, road }", "air"),
        ("dry", "{ true, false }", "absent"),
        ("leg.to.kind", "{ area, port }", "absent"),
        ("day", "2016-01-01 .. 2016-01-31", "2016-02-01 .. 2016-02-29"),
        ("at", "2016-01-01", "2016-01-02"),
        ("leg.to, leg.kind", '"4900", rail', '"4905", air'),
    ],
)
def test_rows_that_never_meet(columns: str, first: str, second: str) -> None:
    assert len(effects(f"table hold by {columns} {{ {first} : 1  {second} : 2 }}")) == 2
    assert len(effects(f"table hold by {columns} {{ {second} : 1  {first} : 2 }}")) == 2


@pytest.mark.parametrize(
    ("columns", "first", "second"),
    [
        ("wet", "true", "true"),
        ("wet", "*", "true"),
        ("wet, kg", "true, *", "*, 5"),
        ("kg", "1 .. 5", "5 .. 9"),
        ("kg", "{ 1, 3, 5 }", "2 .. 3"),
        ("where", "area", "zone"),
        ("where", "{ port, area }", "area"),
        ("leg.to", '"4900"', '"4905"'),
        ("leg.to", "*", '"4905"'),
        ("leg.seal", "s1", "s2"),
        ("dry", "*", "absent"),
        ("dry", "{ true, absent }", "absent"),
        ("leg.to.home", "*", "absent"),
        ("at", "2016-01-01", "2016-01-01 12:30 .. 2016-01-02 12:30"),
        ("leg.to, leg.to.kind", '"4905", *', "*, zone"),
    ],
)
def test_rows_that_meet_are_found_at_the_later_one(columns: str, first: str, second: str) -> None:
    """The last pair meets only where an office in a table had another kind: what a table holds is not counted on."""
    for one, other in ((first, second), (second, first)):
        table = f"table hold by {columns} {{ {one} : 1  {other} : 2 }}"
        assert findings_of(table) == [("D209", f"{other} : 2")]


def test_rows_that_meet_do_so_whatever_they_answer() -> None:
    assert findings_of("table carry by kg { 1 .. 5 : permit  5 : permit }") == [("D209", "5 : permit")]


def test_a_row_that_meets_names_the_first_it_meets() -> None:
    table = "table carry by kg { 1 : permit  2 .. 5 : forbid  3 .. 9 : permit  4 : exempt }"
    _, (third, fourth) = load(table)
    assert str(third.message) == "rows 2 and 3 both hold in some case"
    assert str(fourth.message) == "rows 2 and 4 both hold in some case"
    for finding in (third, fourth):
        (place,) = finding.related
        assert pointed_at(table, replace(finding, span=place.span)) == "2 .. 5 : forbid"


@pytest.mark.parametrize(
    ("columns", "first", "second"),
    [
        ("wet", "*", "true"),
        ("wet", "true", "true"),
        ("wet", "{ true, false }", "*"),
        ("kg", "0 .. 100", "*"),
        ("kg", "{ 1, 2, 3 }", "1 .. 3"),
        ("kg", "1 .. 5", "2 .. 5"),
        ("where", "area", "{ zone, bay }"),
        ("leg.to", '"4900"', '"4905"'),
        ("leg.seal", "{ s1, t1 }", "*"),
        ("dry", "{ true, false, absent }", "*"),
        ("wet, kg", "*, 5", "true, 5"),
    ],
)
def test_in_order_a_row_that_one_before_it_takes_whole_is_found(columns: str, first: str, second: str) -> None:
    table = f"table hold by {columns} in order {{ {first} : 1  {second} : 2 }}"
    assert findings_of(table) == [("D209", f"{second} : 2")]


@pytest.mark.parametrize(
    ("columns", "first", "second"),
    [
        ("kg", "0 .. 99", "*"),
        ("kg", "{ 1, 3 }", "1 .. 3"),
        ("where", "{ zone, bay }", "area"),
        ("leg.to", '{ "4900", "5300" }', "*"),
        ("leg.seal", "{ s2, t1 }", "*"),
        ("leg.to.kind", "{ area, port }", "*"),
        ("wet, kg", "true, 5", "*, 5"),
    ],
)
def test_in_order_a_row_that_keeps_a_case_stands(columns: str, first: str, second: str) -> None:
    """An open table leaves room for other codes, an attribute for its absence."""
    assert len(effects(f"table hold by {columns} in order {{ {first} : 1  {second} : 2 }}")) == 2


def test_in_order_absence_of_an_optional_fact_is_a_case() -> None:
    guarded = "when dry is given or wet table carry by dry in order"
    assert len(effects(f"{guarded} {{ {{ true, false }} : permit  * : forbid }}")) == 2


def test_an_unreached_row_names_the_one_that_takes_its_cases() -> None:
    _, (finding,) = load("table carry by kg in order { 1 : permit  2 .. 5 : forbid  3 : permit }")
    assert str(finding.message) == "row 3 is never reached: row 2 takes all its cases"


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("table cary by wet { true : permit }", [("N201", "cary")]),
        ("table carry by wett { true : permit }", [("N201", "wett")]),
        ("table carry by heavy { true : permit }", [("T301", "heavy")]),
        ("table carry by legs { 5 : permit }", [("T301", "legs")]),
        ("table carry by leg.kind { rail : permit }", [("T304", "leg")]),
        ("table move by leg.note { rail : permit }", [("T301", "leg.note")]),
        ("table carry by wet, wet { true, true : permit }", [("S104", "wet")]),
        ("table carry by wet, kg { true : permit }", [("T303", "true : permit")]),
        ("table carry by wet { true, 5 : permit }", [("T303", "true, 5 : permit")]),
        ("table carry by wet { maybe : permit }", [("T302", "maybe")]),
        ("table carry by mode { see : permit }", [("N201", "see")]),
        ("table carry by mode { { sea, rod } : permit }", [("N201", "rod")]),
        ("table carry by mode { wet : permit }", [("T303", "wet")]),
        ("table carry by kg { 101 : permit }", [("T302", "101")]),
        ("table carry by kg { 9 .. 5 : permit }", [("T302", "9 .. 5")]),
        ('table carry by mode { "sea" .. "road" : permit }', [("T301", '"sea" .. "road"')]),
        ('table carry by goods { "0100000000" .. "0199999999" : permit }', [("T301", '"0100000000" .. "0199999999"')]),
        ('table move by leg.to { "4901" : permit }', [("N201", '"4901"')]),
        ("table carry by wet { absent : permit }", [("T301", "absent")]),
        ("table carry by dry { given : permit }", [("T302", "given")]),
        ("table carry by kg { { 5 + 6 } : permit }", [("T303", "5 + 6")]),
        ("table carry by wet { true : 5 }", [("T303", "5")]),
        ("table carry by wet { true : allowed }", [("T303", "allowed")]),
        ("table days by wet { true : permit }", [("T303", "permit")]),
        ("table days by wet { true : 100 }", [("T302", "100")]),
        ("table days by wet { true : kg }", [("T303", "kg")]),
    ],
)
def test_what_does_not_fit_is_found_where_it_stands(table: str, found: list[tuple[str, str]]) -> None:
    assert findings_of(table) == found


def test_a_repeated_column_is_one_attribute_and_not_one_fact() -> None:
    assert findings_of("table move by leg.to.kind, leg.to.kind { *, * : permit }") == [("S104", "leg.to.kind")]
    assert len(effects('table move by leg.to, leg.to.kind { "4900", zone : permit }')) == 1


def test_how_many_cells_are_wanted() -> None:
    _, (few, many) = load("table carry by wet, kg { true : permit  false, 5, 6 : forbid }")
    assert str(few.message) == "row 1 has 1 cell, and the table has 2 facts: a row has one cell for each"
    assert str(many.message) == "row 2 has 3 cells, and the table has 2 facts: a row has one cell for each"


def test_all_mistakes_of_a_table_are_found_at_once() -> None:
    table = "table carry by mode, kg { see, 5 : no  sea : permit  sea, 200 : permit  sea, 1 : forbid  *, 1 : exempt }"
    assert findings_of(table) == [
        ("N201", "see"),
        ("T303", "no"),
        ("T303", "sea : permit"),
        ("T302", "200"),
        ("D209", "*, 1 : exempt"),
    ]


def test_where_a_column_is_unknown_the_answers_are_looked_at_all_the_same() -> None:
    assert findings_of("table days by wett { true : 100 }") == [("N201", "wett"), ("T302", "100")]


def test_a_fact_that_may_be_absent_is_guarded_by_a_cell_that_asks_for_it() -> None:
    assert findings_of("table carry by dry { true : permit }") == [("T305", "dry")]
    assert findings_of("table carry by dry, wet { true, * : permit  *, true : permit }")[0] == ("T305", "dry")
    assert findings_of("when dry is given table carry by dry { true : permit }") == []
    assert findings_of("table carry by dry { true : permit  absent : forbid }") == []
    assert findings_of("table carry by dry, wet { *, true : permit }") == []


def test_a_table_stands_in_chinese() -> None:
    chinese = "，表「carry」由「wet」、「kg」依次 { 是、5：准予  *、5：禁止 }"
    assert rows(chinese) == rows("table carry by wet, kg in order { true, 5 : permit  *, 5 : forbid }")
