"""Mistakes: each is found, at its place, in the reader's words; none hides another or brings one along."""

import pytest

from checker.findings import Finding
from checker.syntax import SourceFile, parse_file, parse_rules
from tests.unit.syntax.trees import complaints

BROKEN = {
    "an effect without its question": ("provision a permit\nprovision b permit q", [("S107", 1, 13)]),
    "a misspelt effect": ("provision a permitt carry", [("S115", 1, 13)]),
    "a misspelt clause": ("provision a\n  exeption to b permit carry", [("S115", 2, 3)]),
    "a misspelt statement": ('questoin q "x"\nfact a : date', [("S115", 1, 1)]),
    "a comparison sign that is none": ("provision a when x = 3 permit q", [("S147", 1, 20)]),
    "a sign of another language": ("provision a when x ≥ 3 permit q", [("S160", 1, 20)]),
    "an open text": ('question q "x\nfact a : date', [("S129", 1, 12)]),
    "an open corner bracket": ("fact 「a : date\nfact b : date", [("S130", 1, 6)]),
    "an open full-width text": ("fact a : date question q “x\nfact b : date", [("S129", 1, 26)]),
    "an open brace before the next statement": ("record r { a : date\nfact b : date", [("S133", 1, 10)]),
    "an open brace at the end": ("rulebook t { ranks a > b", [("S133", 1, 12)]),
    "an open bracket": ("provision a when (b or c\nfact d : date", [("S134", 1, 18)]),
    "an open set before an effect": ("provision a when b in { c, d permit q", [("S133", 1, 30)]),
    "a brace too many": ("fact a : date }\nfact b : date", [("S135", 1, 15)]),
    "an empty set": ("provision a permit q in { }", [("S140", 1, 25)]),
    "a reserved word as a name": ("fact when : date", [("S121", 1, 6)]),
    "a type that is missing": ("fact a\nfact b : date", [("S107", 1, 6)]),
    "a unit that is missing": ("provision a require q within 14 after f", [("S101", 1, 33)]),
    "a number of a period that is none": ("provision a when x is within some days after f permit q", [("S101", 1, 30)]),
    "a period without its fact": ("provision a when x is not within 3 days after permit q", [("S101", 1, 47)]),
    "a list of facts cut short": ("provision a require q within 3 days after earliest of by r", [("S118", 1, 58)]),
    "two periods": ("provision a require q within 3 days after f at least 1 day before g", [("S104", 1, 45)]),
    "a reading without its text": ("provision a reading b else permit q", [("S101", 1, 28)]),
    "a cell cut short": ("provision a table q by f { 1 .. : permit }", [("S101", 1, 33)]),
    "a row without its answer": ("provision a table q by f { b : }", [("S188", 1, 32)]),
    "a number that is missing": ("provision a cites d item\nfact b : date", [("S107", 1, 21)]),
    "two titles": ('provision a "x" "y" permit q', [("S101", 1, 17)]),
    "a field cut short": ("provision a when leg. permit q", [("S122", 1, 21)]),
    "a list cut short": ("fact c : one of { a, }", [("S141", 1, 20)]),
    "a name without a character": ("fact 「」 : date", [("S102", 1, 6)]),
    "Chinese words run together": ("条款「a」当方式为海 准予「q」", [("N204", 1, 6)]),
    "a verdict for a comparison": ("条款「a」当「b」是「c」准予「q」", [("S151", 1, 10)]),
    "a number of countless digits": ("fact a : integer 0.." + "9" * 31, [("S190", 1, 21)]),
    "clauses given twice": (
        "provision a when b when c permit q by r by s\ndocument d { rank a\n rank b }",
        [("S104", 1, 20), ("S104", 1, 41), ("S104", 3, 2)],
    ),
    "two relations": ("provision a exception to b proviso to c permit q", [("S104", 1, 28)]),
    "two kinds of question": ("question q about a answers percent", [("S104", 1, 20)]),
    "a reason given twice": ('never a because "x" because "y"', [("S104", 1, 29)]),
    "a provision without effect": ("provision a cites d item 1\nfact b : date", [("S177", 1, 11)]),
    "a provision without effect in a block": (
        "under when a {\n provision b\n provision c permit q }",
        [("S177", 2, 12)],
    ),
    "an impossibility without a reason": ("never a and b", [("S106", 1, 1)]),
    "a known gap without a reason": ("known gap g in q when a", [("S106", 1, 11)]),
    "an override without a reason": ("provision a overrides b permit q", [("S189", 1, 25)]),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_mistake_is_found_at_its_place(mistake: str) -> None:
    text, wanted = BROKEN[mistake]
    assert complaints(text) == wanted


def test_a_text_that_ends_too_early_is_told_at_its_last_word() -> None:
    assert complaints("provision a permit\n") == [("S107", 1, 13)]


def test_all_mistakes_of_a_text_are_found_in_one_run() -> None:
    text = ""
    wanted = []
    line = 0
    for broken, findings in BROKEN.values():
        text += f"{broken}\nfact ok : date\n"
        wanted += [(name, row + line, column) for name, row, column in findings]
        line += broken.count("\n") + 2
    assert complaints(text) == wanted


def test_a_mistake_in_one_block_hides_none_in_another() -> None:
    page = "```rules\nfact a :\n```\n\n```rules\nfact b : date\n```\n```rules\nquestion\n```\n"
    parsed, findings = parse_file(SourceFile("p.md", page))
    assert [(f.id, f.span.line) for f in findings if f.span] == [("S107", 2), ("S107", 9)]
    assert len(parsed.statements) == 1


def test_what_follows_a_mistake_is_read() -> None:
    statements, findings = parse_rules("fact a : date\nfact b ; date\n  optional\nfact c : date")
    assert [s.span.line for s in statements] == [1, 4]
    assert len(findings) == 1


def test_the_brace_of_a_block_given_up_is_no_second_mistake() -> None:
    text = "under when a {\n  provision b permit\n  provision c permit q\n}\nfact d : date"
    assert complaints(text) == [("S107", 2, 15)]


def test_a_field_that_is_called_like_a_statement_is_no_place_to_go_on() -> None:
    text = "record r {\n  a b\n  document : text\n  fact/x : text\n}\nfact c : date"
    assert complaints(text) == [("S118", 2, 5)]


def found(text: str) -> Finding:
    (finding,) = parse_rules(text)[1]
    return finding


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("provision a permit\nprovision b permit q", "this statement breaks off: the name of a question is missing"),
        ("provision a cites b item", "this statement breaks off: a whole number is missing"),
        ("provision a exception to", "this statement breaks off: the name of a provision is missing"),
        ("provision a exception to b in", "this statement breaks off: the name of a question is missing"),
        ("repeal a by", "this statement breaks off: the name of a document is missing"),
        ("question q for each l in", "this statement breaks off: the name of a list is missing"),
        ("provision a require q by", "this statement breaks off: the name of a role is missing"),
        ("provision a unless otherwise provided by", "this statement breaks off: the name of a rank is missing"),
        ("fact", "this statement breaks off: a name for the fact is missing"),
        ("fact a/", "this statement breaks off: another name for the same is missing"),
        ("fact a : 3", "expected a type, found `3`"),
        ("define a = +", "expected a condition, found `+`"),
        ("document d { issued then }", "expected a date such as 2015-10-01, found `then`"),
        ("document d { number 47 }", "expected a text in quotation marks, found `47`"),
        (
            "provision a when b is",
            "this statement breaks off: a fact, a value, `not`, `given`, `absent`, `late` or a period",
        ),
        ("provision a when b is within day", "expected a whole number, found `day`"),
        ("provision a when b is at least 3 days", "this statement breaks off: `after` or `before` is missing"),
        (
            "provision a when b is within 3 days after",
            "this statement breaks off: the name of a fact or `earliest of` is missing",
        ),
        (
            "provision a require q within 3 days after earliest of",
            "this statement breaks off: the name of a fact is missing",
        ),
        ("provision a reading b", "this statement breaks off: a text in quotation marks or `else` is missing"),
        ("provision a when b in", "this statement breaks off: a node, a code or `{` is missing"),
        ("question q for each l 5", "expected `in`, found `5`"),
        ("5", "no statement begins with `5`"),
    ],
)
def test_what_was_expected_is_said_in_the_readers_words(text: str, message: str) -> None:
    assert str(found(text).message).startswith(message)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("provision a permitt q", "write `permit`"),
        ("provision a exeption to b permit q", "write `exception to`"),
        ("question q silence mean permitted", "write `silence means`"),
        ("条款「a」例外干「b」准予「q」", "write `例外于`"),
        ("questoin q", "write `question`"),
        ("fact permit : date", "write `「permit」`"),
        ("条款「a」当方式为海 准予「q」", "write `当「方式」为「海」`"),
        ("provision a when b, c permit q", "write `and` or `or`"),
        ("provision a when b = c permit q", "write `is`"),
        ("条款「a」当「b」是「c」准予「q」", "write `is`"),
        ("provision a when b ≤ 3 permit q", "write `<=`"),
        ("条款「a」准予「q」。", "leave it out"),
        ("provision a permit\nfact b : date", "finish it, or leave its last words out"),
    ],
)
def test_what_may_be_meant_can_be_typed(text: str, advice: str) -> None:
    assert str(found(text).help or "") == advice


def test_a_bracket_left_open_is_shown_with_what_came_instead() -> None:
    finding = found("record r { a : date\nfact b : date")
    assert [(r.span.line, str(r.message)) for r in finding.related] == [(2, "another statement begins here")]
    finding = found("provision a when b in { c permit q")
    assert [(r.span.column, str(r.message)) for r in finding.related] == [(23, "opened here")]


def test_messages_follow_the_style_of_findings() -> None:
    for text, _ in BROKEN.values():
        for finding in parse_rules(text)[1]:
            assert str(finding.message)[0] == "`" or str(finding.message)[0].islower()
            assert not str(finding.message).endswith(".")
            assert "token" not in str(finding.message)
            assert not any(word.isupper() and len(word) > 1 for word in str(finding.message).split())


@pytest.mark.parametrize("opening", ["(", "not ", "any g in x: (", "all of { a: ", "a unless ", "a + ", "a - "])
def test_what_nests_too_deeply_is_refused(opening: str) -> None:
    (finding,) = parse_rules(f"define x = {opening * 5000}a")[1]
    assert finding.id == "S190"
    assert str(finding.message) == "statement that nests too deeply"


def test_nesting_within_reason_is_read() -> None:
    assert complaints(f"define x = {'(' * 40}a{')' * 40}") == []
    assert complaints("define x = a" + " + a" * 150) == []
