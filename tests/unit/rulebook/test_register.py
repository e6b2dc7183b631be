"""The register of the sources: what became of each fact, and every mistake at its place in the file."""

import pytest

from checker.rulebook import load_texts
from checker.rulebook.codes import TableFile
from checker.rulebook.model import STANDINGS, SourceFact
from checker.rulebook.register import read_register

KNOWN = ("a_1", "g1", "leg.seal")


def read(text: str) -> tuple[tuple[SourceFact, ...], list[tuple[str, str]]]:
    """Read a register, and what is wrong with it as `line:column` and message."""
    facts, findings = read_register(TableFile("sources.yaml", text), KNOWN)
    assert {finding.id for finding in findings} <= {"D110"}
    places = [f.span for f in findings]
    assert all(place is not None for place in places)
    return facts, [(f"{f.span.line}:{f.span.column}", str(f.message)) for f in findings if f.span is not None]


def test_each_fate_is_read_with_what_goes_with_it() -> None:
    facts, wrong = read(
        """"5.3 Announcement 47":
  A-1: {standing: translated, encoded: [a_1, leg.seal], ends: rank, shown: ["One", "Two"]}
  A-2: {standing: read, not encoded: no_fact, because: "no plan says it"}
other:
  G1: {standing: reported, encoded: [g1]}
  S-1: {standing: secondary, no rule: "a figure"}
"""
    )
    assert wrong == []
    assert [(f.id, f.section, f.standing, f.fate) for f in facts] == [
        ("A-1", "5.3 Announcement 47", "translated", "encoded"),
        ("A-2", "5.3 Announcement 47", "read", "not encoded"),
        ("G1", "other", "reported", "encoded"),
        ("S-1", "other", "secondary", "no rule"),
    ]
    assert facts[0].names == ("a_1", "leg.seal")
    assert (facts[0].ends, facts[0].shown) == ("rank", ("One", "Two"))
    assert (facts[1].reason, facts[1].because) == ("no_fact", "no plan says it")
    assert (facts[3].reason, facts[3].because) == (None, "a figure")


def test_an_empty_register_holds_nothing() -> None:
    assert read("# nothing yet\n") == ((), [])


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: [b", "1:6", "this register cannot be read as YAML: a `,` or the closing bracket is missing"),
        ("- a", "1:1", "the register is a mapping, like `{key: value}`"),
        ("part: a", "1:7", "the section `part` is a mapping, like `{key: value}`"),
        ("part: {A-1: a}", "1:13", "the fact `A-1` is a mapping, like `{key: value}`"),
        (
            "part: {A-1: {standing: read}}",
            "1:8",
            "of `encoded`, `not encoded` and `no rule` a fact has one, and `A-1` does not",
        ),
        (
            'part: {A-1: {encoded: [a_1], no rule: "x"}}',
            "1:8",
            "of `encoded`, `not encoded` and `no rule` a fact has one, and `A-1` does not",
        ),
        ("part: {A-1: {encoded: [a_2]}}", "1:24", "the rulebook gives the name `a_2` to nothing"),
        (
            "part: {A-1: {encoded: []}}",
            "1:23",
            "what is encoded has the names of what says it: `[name, name]`",
        ),
        ("part: {A-1: {encoded: a_1}}", "1:23", "a list is expected here: `[one, another]`"),
        (
            "part: {A-1: {not encoded: no_fact}}",
            "1:27",
            "`A-1` is not encoded, and no `because` says why",
        ),
        ('part: {A-1: {no rule: ""}}', "1:23", "`A-1` says why in no word"),
        ('part: {A-1: {encoded: [a_1], because: "x"}}', "1:39", "`because` does not go with `encoded`"),
        ('part: {A-1: {no rule: "x", because: "y"}}', "1:37", "`because` does not go with `no rule`"),
        ('part: {A-1: {no rule: "x", shown: [y]}}', "1:35", "`shown` does not go with `no rule`"),
        (
            'part: {A-1: {standing: raed, no rule: "x"}}',
            "1:24",
            f"`raed` is none of {', '.join(f'`{word}`' for word in STANDINGS)} and `lead`",
        ),
        ('a: {A-1: {no rule: "x"}}\nb: {A-1: {no rule: "y"}}', "2:5", "`A-1` is listed twice"),
        ('a: {A-1: {norule: "x", no rule: "y"}}', "1:11", "a fact of the register has no `norule`"),
    ],
)
def test_a_mistake_is_told_at_its_place(text: str, place: str, message: str) -> None:
    _, wrong = read(text)
    assert (place, message) in wrong


def test_names_are_those_the_rulebook_gives_to_anything() -> None:
    rules = """rulebook t { ranks law  governed by day }
fact day : date
kinds place { port yard }
record leg { at : place  by : one of { sea, rail } }
fact legs : list of leg
define leg.slow = leg.by is sea
document l { rank law issuer npc issued 2001-01-01 in force from 2001-01-01 items 1..1 }
question carry for each leg in legs
provision l_1 cites l item 1 when leg.slow permit carry
"""
    names = ("place", "port", "leg.by", "sea", "leg.slow", "l", "carry", "l_1", "legs")
    register = f"part: {{A-1: {{encoded: [{', '.join(names)}]}}}}\n"
    book, findings = load_texts({"t.rules": rules, "sources.yaml": register})
    assert findings == ()
    assert book is not None
    assert book.register[0].names == names


def test_a_rulebook_whose_register_names_what_is_not_there_is_none() -> None:
    rules = "rulebook t { ranks law  governed by day }\nfact day : date\n"
    book, findings = load_texts({"t.rules": rules, "sources.yaml": "part: {A-1: {encoded: [dya]}}\n"})
    assert book is None
    assert [(f.id, str(f.help)) for f in findings] == [("D110", "write `day`")]
