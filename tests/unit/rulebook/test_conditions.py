"""Conditions: connectives, conjuncts, definitions, guards of optional facts."""

import pytest

from checker.rulebook.conditions import check_definitions
from checker.rulebook.model import All, Constant, Negation, Some
from tests.unit.rulebook.conditions_read import FACTS, HEADINGS, OFFICES, read, refused, says
from tests.unit.rulebook.written import vocabulary


def test_connectives_are_three() -> None:
    a, b, c = says("rail"), says("wet"), says("kg > 5")
    assert says("rail and (wet or not kg > 5)") == All((a, Some((b, Negation(c)))))
    assert says("mode is not sea") == Negation(says("mode is sea"))
    assert says("(rail or wet) or kg > 5") == Some((Some((a, b)), c))
    assert says("not (rail unless wet)") == Negation(All((a, Negation(b))))
    assert says("not all of { first: rail  second: wet }") == Negation(All((a, b)))
    assert says("any of { first: rail  second: wet }") == Some((a, b))
    assert says("true") == Constant(True)
    assert says("not false") == Negation(Constant(False))


def test_a_definition_is_unfolded() -> None:
    assert says("damp") == says("wet or rail")
    assert says("not leg.long") == Negation(says("all of { a: leg.far  b: leg.km > 300 }"))
    assert says("damp is true") == says("damp is not false") == says("damp")
    assert says("damp is false") == says("true is not damp") == Negation(says("damp"))


def test_conjuncts_are_in_their_authors_words() -> None:
    source = """rail and ( wet and  # a comment
      mode in {sea,  海} ) and all of { level: credit >= B and wet  broker: any of { x: rail } } unless kg > 5 or wet"""
    _, conjuncts, findings = read(source)
    assert findings == ()
    assert [(c.name, c.text) for c in conjuncts] == [
        (None, "rail"),
        (None, "wet"),
        (None, "mode in {sea, 海}"),
        ("level", "credit >= B and wet"),
        ("broker", "any of { x: rail }"),
        (None, "not (kg > 5 or wet)"),
    ]
    assert [c.condition for c in conjuncts[:2]] == [says("rail"), says("wet")]
    assert conjuncts[-1].condition == Negation(says("kg > 5 or wet"))


@pytest.mark.parametrize(
    ("excluded", "text"),
    [("wet", "not wet"), ("(wet or rail)", "not (wet or rail)"), ("wet or rail", "not (wet or rail)")],
)
def test_what_is_excluded_is_one_conjunct(excluded: str, text: str) -> None:
    _, conjuncts, findings = read(f"kg > 5 unless {excluded}")
    assert findings == ()
    assert [c.text for c in conjuncts] == ["kg > 5", text]


def test_a_conjunct_keeps_a_hash_within_quotes() -> None:
    _, (conjunct,), _ = read('goods starts with "#6" # why')
    assert conjunct.text == 'goods starts with "#6"'


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("weight > 100", ["weight > 100"]),
        ("weight is 5 or cold", ["weight is 5", "cold"]),
        ("not (weight > 100) and weight < 200", ["(weight > 100)"]),
        ("leg.tag", ["leg.tag"]),
        ("entry.kind is port", ["entry.kind is port"]),
        ("entry is home", ["entry is home"]),
    ],
)
def test_an_optional_fact_without_a_guard_is_a_warning(text: str, warned: list[str]) -> None:
    assert refused(text) == [("T305", place) for place in warned]


@pytest.mark.parametrize(
    "text",
    [
        "weight is given and weight > 100",
        "weight > 100 or weight is absent",
        "entry is given and entry.kind is port",
        "home.kind is port",
        "rail",
    ],
)
def test_a_guard_anywhere_in_the_condition_is_enough(text: str) -> None:
    says(text)


def definitions(text: str) -> list[tuple[str, int, int]]:
    """Return the ids and places of what is wrong with some definitions."""
    findings = check_definitions(vocabulary(FACTS + text, offices=OFFICES), {}, HEADINGS)
    before = FACTS.count("\n")
    return [(f.id, f.span.line - before, f.span.column) for f in findings if f.span is not None]


def test_definitions_are_checked_though_nobody_uses_them() -> None:
    assert definitions("define x = kgg > 5\ndefine leg.y = leg.fra") == [("N201", 1, 12), ("N201", 2, 20)]
    assert definitions("define x = weight > 5") == []
    assert definitions("define tool.y = tool.sharp\nrecord tool { sharp : boolean }\ndefine x = kgg > 5") == [
        ("N201", 3, 12)
    ]


def test_a_definition_may_be_a_value() -> None:
    assert definitions("define x = mass + mass\ndefine y = mass\ndefine z = y\ndefine w = x > 5 and rail") == []
    assert definitions("define x = mass + rail\ndefine w = x > 5") == [("T301", 1, 19)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("define x = x", 1),
        ("define x = rail and y\ndefine y = not z\ndefine z = x or wet", 1),
        ("define enters = b\ndefine b = c\ndefine c = b\ndefine also = c", 2),
        ("define leg.p = leg.q\ndefine leg.q = not leg.p", 1),
        ("define n = kg + n", 1),
        ("define n = kg + 1\ndefine a = kg - b\ndefine b = count g in legs where (a > 1) + n", 2),
    ],
)
def test_a_circle_of_definitions_is_one_finding(text: str, line: int) -> None:
    assert [(finding, at) for finding, at, _ in definitions(text)] == [("D301", line)]


def test_a_circle_names_all_its_definitions() -> None:
    built = vocabulary(FACTS + "define x = y\ndefine y = not x", offices=OFFICES)
    (finding,) = check_definitions(built, {}, HEADINGS)
    assert str(finding.message) == "`x` is defined by itself: `x → y → x`"
    assert [related.span.line for related in finding.related] == [finding.span.line + 1 if finding.span else 0]


def test_definitions_too_deep_or_too_many_are_refused_and_break_nothing() -> None:
    chain = "define x0 = rail\n" + "\n".join(f"define x{i} = x{i - 1}" for i in range(1, 200))
    assert {finding for finding, _, _ in definitions(chain)} == {"A101"}
    doubling = "define x0 = rail\n" + "\n".join(f"define x{i} = x{i - 1} and x{i - 1}" for i in range(1, 20))
    assert {finding for finding, _, _ in definitions(doubling)} == {"A101"}
