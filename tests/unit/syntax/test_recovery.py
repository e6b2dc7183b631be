"""Behind a mistake: the same statement is read on, so that one mistake hides no other and brings none along."""

import pytest

from checker.syntax import parse_rules
from tests.unit.syntax.trees import complaints

SEVERAL = {
    "two signs for `is`": ("provision a when b = c and d == e permit q", [20, 30]),
    "signs of another language": ("provision a when b ≥ 3 && d != 4 permit q", [20, 24, 29]),
    "square brackets": ("provision a when b in [ c ] or d in [ e ] permit q", [23, 37]),
    "a colon behind every clause": ("document d { rank: a issuer: b issued: 2015-10-01 }", [18, 28, 38]),
    "equals signs in a record": ("record r { a = date b = text }", [14, 23]),
    "a comma behind every field": ("record r { a : date, b : text, c : date }", [20, 30]),
    "levels from the highest": ("levels l { a > b > c }", [14]),
    "two misspelt clauses": ("provision a cits d item 1 wehn b permit q", [13, 27]),
    "a misspelt clause behind what nobody understands": (
        "provision a cites d item 1 (2) when b = c permit q",
        [28, 39],
    ),
    "a clause of two words, both wrong": ("provision a exeption too b cites d itm 1 permit q", [13, 36]),
    "a clause without its second word": ("rulebook t { governed a rols b }", [14, 25]),
    "words of the law": ("provision a cites d if b equals c must not q", [21, 26, 35]),
    "a joining word forgotten": ("provision a when b.c is d e.f = g permit q", [27, 31]),
    "a bracket forgotten": ("provision a when (b or c permit q by r by s", [26, 40]),
    "periods, each with a mistake": (
        "provision a when b within 3 days after c and d is at least 4 dys before e or f late permit q",
        [20, 62, 80],
    ),
    "marks between the rows of a table": ("provision a table q by f { b : permit, c : forbid； d : exempt }", [38, 50]),
    "a duty and its period": ("provision a requir q no later than 3 days from b by c by d", [13, 22, 43, 55]),
    "quotes around a name": ("条款“a”依据《d》第4项 当「b」是「c」准予“q”", [3, 8, 19, 25]),
}


@pytest.mark.parametrize("text", SEVERAL)
def test_several_mistakes_of_one_statement_are_found(text: str) -> None:
    broken, columns = SEVERAL[text]
    found = complaints(broken)
    assert [column for _, _, column in found] == columns
    assert {line for _, line, _ in found} == {1}


@pytest.mark.parametrize(
    "text",
    [
        "provision a when b, in { c } permit q",
        "provision a when b in { c, d and e permit q",
        "provision a permit q in c by d",
        "provision a when b is wihtin 3 days after c permit q",
        "provision a when b is within 3 days after earliest c, d permit q",
        "provision a require q within 3 days after c, d by r",
        "provision a when b within 3 days after earliest of c, d permit q",
        "provision a table q by f { b : permit, c : forbid }",
        "provision a cites d art. 4 when b permit q",
        "provision a cites 'd when e' item 4 permit q",
        "provision a when b permit q note 'x, when y'",
        "document d { rank a issued 12.10.2015 in force from 2015-10-12 items 1 }",
        "question q for each l of legs within l.a",
        "under decl.x is y {\n  provision a permit q\n}\nfact b : date",
        "kinds k { a { b c ] }\n  d\n}\nfact b : date",
        "provision a when x permit\nprovision b permit q",
        "record r {\n  a : one of { x, y\n  b : date\n}",
        "记录「r」{ 甲：date，乙为名：date }",
    ],
)
def test_one_mistake_is_one_finding(text: str) -> None:
    assert len(complaints(text)) == 1


def test_a_statement_with_a_mistake_is_not_among_the_statements() -> None:
    statements, findings = parse_rules("fact a = date\nfact b : date\nprovision c when d = e permit q")
    assert [s.span.line for s in statements] == [2]
    assert len(findings) == 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("fact a : date\nquestoin q", [(2, 1, "write `question`")]),
        ("fact a : date optional\nquestoin q", [(2, 1, "write `question`")]),
        ("provision a permit q\nprovison b pemit q", [(2, 1, "write `provision`"), (2, 12, "write `permit`")]),
        ("事实「a」：date\n条欵「b」准予「q」", [(2, 1, "write `条款`")]),
    ],
)
def test_a_misspelt_statement_does_not_belong_to_the_one_before(text: str, wanted: list[tuple[int, int, str]]) -> None:
    statements, findings = parse_rules(text)
    assert [(f.span.line, f.span.column, str(f.help or "")) for f in findings if f.span] == wanted
    assert [s.span.line for s in statements] == [1]


def test_what_is_missing_is_told_of_whole_provisions_only() -> None:
    text = "under when a {\n provision b\n provision c pemit\n provision d cites = permit q\n provision e cites f\n}"
    assert complaints(text) == [("S177", 2, 12), ("S115", 3, 14), ("S101", 4, 20), ("S177", 5, 12)]


def test_what_a_block_that_is_given_up_holds_is_told_of() -> None:
    assert complaints("under when a {\n provision b\n provision c permit )\nquestion q") == [
        ("S177", 2, 12),
        ("S135", 3, 21),
    ]
    text = "under when a {\n provision b\n provision c permit q by r by s\nquestion q"
    assert complaints(text) == [("S133", 1, 14), ("S177", 2, 12), ("S104", 3, 28)]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("provision a if b permit q", "write `when`"),
        ("provision a when b except c permit q", "write `unless`"),
        ("provision a except b permit q", "write `exception to`"),
        ("条款「a」如果「b」准予「q」", "write `when`"),
        ("条款「a」依椐「b」准予「q」", "write `依据`"),
        ("条款「a」，当方式为海，准予「q」", "write `当「方式」为「海」`"),
        ("question q for every l in legs", "write `for each`"),
        ("question q for each l of legs", "write `in`"),
        ("document d ( rank a )", "write `{ … }` in place of `( … )`"),
        ("document d { item 1..2 }", "write `items`"),
        ("document d { items 1-2 }", "write `..`"),
        ("provision a permit q in b", "write `in { …, … }`"),
        ("provision a when (b permit q", "write `)` before it"),
        ("provision a when b.c d.e is f permit q", "write `and` or `or` before it"),
        ("provision a when b then permit q", "leave `then` out"),
        ("fact a date", "write `:` before `date`"),
        ("provision a when b within 3 days after c permit q", "write `is` before it"),
        ("provision a when b at least 3 days after c permit q", "write `is` before it"),
        ("provision a when b late permit q", "write `is` before it"),
        ("条款「a」当「b」逾期，准予「q」", "write `is` before it"),
        ("provision a when b is within 3 days aftr c permit q", "write `after`"),
        ("provision a require q within 3 days from c", "write `after` in place of `from`"),
        ("provision a require q no later than 3 days before c", "write `within`"),
        ("条款「a」应当「q」限于3日之后最早「b」", ""),
        ('provision a reading b els "x" permit q', "write `else`"),
        ('provision "a" permit q', "write `「a」`, or the name alone"),
    ],
)
def test_what_is_meant_can_be_typed(text: str, advice: str) -> None:
    _, findings = parse_rules(text)
    assert str(findings[0].help or "") == advice


@pytest.mark.parametrize(
    "rows",
    [
        " b : permit\n c, d forbid\n e : exempt\n}",
        " b permit c : forbid }",
        " b :\n c : forbid\n}",
        " b ; permit\n c : forbid\n d : exempt }",
        " b + : permit\n c : forbid\n d : exempt }",
        " b, : permit\n c : forbid }",
        " b 4 5 : permit\n c, d : forbid\n}",
        " b : permit, forbid\n c : forbid\n}",
        " if b : permit\n c : forbid\n}",
        " b = permit\n c : forbid\n}",
        " ) }",
    ],
)
def test_a_broken_row_is_one_finding(rows: str) -> None:
    statements, findings = parse_rules(f"provision a table q by f {{\n{rows}\nfact b : date")
    assert len(findings) == 1
    assert len(statements) == 1


def test_each_broken_row_is_told() -> None:
    text = "provision a table q by f {\n b = permit\n c + : forbid\n d exempt\n e : forbid\n}\nfact x : date"
    assert complaints(text) == [("S179", 2, 4), ("S101", 3, 4), ("S187", 4, 4)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("provision a { when b = c permit q }\nfact d : date", ["S144", "S147"]),
        ("document d ( rank a )\nfact d : date", ["S138"]),
        ("document d ( rank a\nfact d : date", ["S138"]),
        ("document d ( rank a", ["S138"]),
        ("provision a table q by f\n b : permit\n c : forbid\nfact x : date", ["S118"]),
        ("fact a : date\n- the first case\n- the second case\n\nfact b : date", ["S111"]),
        ("plan: a plan\nfacts:\n  carriage: yes\nfact b : date", ["S110"]),
        ("provision a when b /* c = d */ is e permit q", ["S145"]),
        ("provision a permit q // if b = c", ["S145"]),
    ],
)
def test_what_was_reported_brings_nothing_along(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in complaints(text)] == names
