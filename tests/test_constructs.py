"""Each construct of the language has a row in the table and a scenario that proves it; the table is up to date."""

from __future__ import annotations

import pytest

from checker.syntax import nodes, parse_rules
from tests import constructs
from tests.constructs_proof import Bench, Proof, alterations, find_proof, read_key, rebuilt, undone, walk
from tests.literate_pages import Page

RULES = """
provision p cites a item 1 when x < 3 and y permit carry only if z by firm forbid enter
"""
PAGE = """
```rules
rulebook t { ranks announcement  governed by day }
fact day : date
fact km : integer 0..9
fact spare : boolean
document a { rank announcement  issuer gacc  issued 2015-01-01  in force from 2015-02-01 }
question carry "May it be carried?"
question idle "Does anything turn on it?"
provision near cites a when km <= 3 permit carry
provision unasked cites a when spare permit idle
```
```scenario
plan: nearer
facts: {day: 2016-01-01, km: 2, spare: true}
expect:
  carry: permitted
```
```scenario
plan: at the limit
facts: {day: 2016-01-01, km: 3, spare: true}
expect:
  carry: permitted
```
```scenario
plan: wrongly expected
facts: {day: 2016-01-01, km: 4, spare: true}
expect:
  carry: forbidden
```
"""


def test_every_class_of_nodes_every_variant_and_every_keyword_has_a_row() -> None:
    assert constructs.missing() == []


def test_no_construct_has_two_rows() -> None:
    keys = [row.text for row in constructs.constructs()]
    assert sorted(set(keys)) == sorted(keys)


def test_every_construct_has_a_proof() -> None:
    assert [text for text, proof in constructs.proofs().items() if proof is None] == []


def test_the_page_is_what_the_generator_gives() -> None:
    assert constructs.PAGE.read_text(encoding="utf-8") == constructs.render(), "run `python -m tests.constructs`"


@pytest.mark.parametrize(
    ("row", "lost"),
    [
        ("Quantified quantifier=every", ["$EVERY"]),
        ("Apply", ["Apply", "$APPLY"]),
        ("Rule modality=permit values exclusive=true", ["Rule exclusive=true", "$ONLY_IN"]),
        ("verdict=gap", ["verdict=gap"]),
    ],
)
def test_a_row_left_out_is_missed(row: str, lost: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    rest = tuple(each for each in constructs.constructs() if each.text != row)
    monkeypatch.setattr(constructs, "constructs", lambda: rest)
    assert constructs.missing() == lost


@pytest.mark.parametrize(
    ("text", "how", "anew"),
    [
        (
            "Compare operator=<",
            "negated",
            "provision p cites a item 1 when not x < 3 and y permit carry only if z by firm forbid enter",
        ),
        ("By", "left out", "provision p cites a item 1 when x < 3 and y permit carry only if z forbid enter"),
        ("When", "left out", "provision p cites a item 1 permit carry only if z by firm forbid enter"),
        ("Rule only_if", "left out", "provision p cites a item 1 when x < 3 and y forbid enter"),
    ],
)
def test_a_construct_is_undone_where_it_stands(text: str, how: str, anew: str) -> None:
    place, node, above = place_of(text)
    assert place == 0
    did, statement = undone(node, above)
    assert did == how
    assert Spanless(anew) == statement


def test_a_construct_is_changed_into_one_of_its_kind() -> None:
    key = read_key("Compare operator=<")
    words = {"Compare.operator": {"<", ">=", "is-not"}}
    _, node, above = place_of("Compare operator=<")
    changed = [rebuilt(above, altered) for altered in alterations(key, words, node)]
    assert changed == [Spanless(RULES.replace("x < 3", f"x {word} 3")) for word in (">=", "is not")]


def test_what_was_given_is_left_away() -> None:
    key = read_key("Rule only_if")
    _, node, above = place_of("Rule only_if")
    assert [rebuilt(above, altered) for altered in alterations(key, {}, node)] == [
        Spanless(RULES.replace("only if z ", ""))
    ]


@pytest.mark.parametrize(
    ("text", "words", "proof"),
    [
        ("Compare operator=<=", {"<=", "<"}, Proof("t.md", "at the limit", "changed")),
        ("Compare operator=<=", {"<="}, Proof("t.md", "nearer", "negated")),
        ("Rank", set(), Proof("t.md", "nearer", "used")),
        ("Holds", set(), None),
        ("Apply", set(), None),
    ],
)
def test_the_first_scenario_that_fails_is_the_proof(text: str, words: set[str], proof: Proof | None) -> None:
    bench = Bench(Page("t.md", PAGE), "t.md")
    assert find_proof(read_key(text), {"Compare.operator": words}, (bench,), informs=False) == proof


def test_a_scenario_that_does_not_hold_proves_nothing() -> None:
    assert list(Bench(Page("t.md", PAGE), "t.md").held) == ["nearer", "at the limit"]


class Spanless:
    """The one statement of a text, equal to another wherever either was written."""

    def __init__(self, text: str) -> None:
        statements, findings = parse_rules(text)
        assert findings == ()
        self.shape = shape(statements[0])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, nodes.Node) and shape(other) == self.shape

    def __hash__(self) -> int:
        return hash(repr(self.shape))

    def __repr__(self) -> str:
        return repr(self.shape)


def shape(value: object) -> object:
    """Turn nodes into plain tuples without their spans."""
    if isinstance(value, nodes.Node):
        names = [name for name in value.__struct_fields__ if name != "span"]
        return (type(value).__name__, *(shape(getattr(value, name)) for name in names))
    return tuple(shape(member) for member in value) if isinstance(value, tuple) else value


def place_of(text: str) -> tuple[int, nodes.Node, tuple[tuple[nodes.Node, str, int | None], ...]]:
    """Find the first place of a construct in `RULES`."""
    statements, findings = parse_rules(RULES)
    assert findings == ()
    return next(found for found in walk(statements) if read_key(text).fits(found[1]))
