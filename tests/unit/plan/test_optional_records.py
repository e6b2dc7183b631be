"""Records that may be absent as a whole: a plan that writes one says that it is there, and what is in it."""

import pytest

from checker.plan import Plan, read_plans
from checker.plan.names import list_names, need_names
from checker.rulebook import Rulebook, load_texts
from checker.rulebook.model import ABSENT, Facts

RULES = """rulebook t { ranks law  governed by day }
fact day : date
record place { code : integer 0..9999 }
record note { text : text  place : place }
record extra/附加 {
  kg : integer 0..1000   mark : text optional   place : place   note : note optional   aides : list of place
}
record decl { id : text  extra/附加 : extra optional }
fact decl/报关单 : decl
fact extra : extra optional
fact legs : list of decl
"""
EXTRA = ("extra",)
ALL_ABSENT = {
    ("extra",): ABSENT,
    ("extra", "kg"): ABSENT,
    ("extra", "mark"): ABSENT,
    ("extra", "place"): ABSENT,
    ("extra", "place", "code"): ABSENT,
    ("extra", "note"): ABSENT,
    ("extra", "note", "text"): ABSENT,
    ("extra", "note", "place"): ABSENT,
    ("extra", "note", "place", "code"): ABSENT,
}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """Give the rulebook of these tests."""
    loaded, findings = load_texts({"t.rules": RULES})
    assert loaded is not None, findings
    return loaded


def read(book: Rulebook, facts: str) -> Plan:
    (plan,) = read_plans(book, f"plan: p\nfacts: {facts}\n", "plans/p.yaml")
    return plan


def facts(book: Rulebook, text: str) -> Facts:
    plan = read(book, text)
    assert plan.findings == ()
    assert plan.facts is not None
    return plan.facts


def below(path: tuple[str, ...], values: dict[tuple[str, ...], object]) -> dict[tuple[str, ...], object]:
    return {(*path, *key): value for key, value in values.items()}


@pytest.mark.parametrize("word", ["absent", "缺省"])
def test_with_an_absent_record_all_in_it_is_absent_and_its_lists_are_empty(book: Rulebook, word: str) -> None:
    found = facts(book, f"{{extra: {word}}}")
    assert found.values == ALL_ABSENT
    assert found.lists == {"extra.aides": ()}


def test_a_record_within_a_record_is_absent_alike(book: Rulebook) -> None:
    found = facts(book, "{报关单: {附加: absent}}")
    assert found.values == below(("decl",), dict(ALL_ABSENT))
    assert found.lists == {"decl.extra.aides": ()}


def test_a_record_of_an_element_is_absent_alike(book: Rulebook) -> None:
    absent, given = facts(book, "{legs: [{id: a, extra: absent}, {id: b, extra: {kg: 3}}]}").lists["legs"]
    assert absent.values == below((), dict(ALL_ABSENT)) | {("id",): "a"}
    assert absent.lists == {"extra.aides": ()}
    assert given.values == {("id",): "b", EXTRA: "given", ("extra", "place"): "given", ("extra", "kg"): 3}
    assert given.lists == {}


def test_a_record_that_is_written_is_given_however_little_of_it_is_known(book: Rulebook) -> None:
    """With it those records in it are there that cannot be absent alone; of the one that can nothing is known."""
    assert facts(book, "{extra: {}}").values == {EXTRA: "given", ("extra", "place"): "given"}


def test_of_a_record_that_is_not_written_nothing_is_known(book: Rulebook) -> None:
    found = facts(book, "{decl: {id: x}}")
    assert (found.values, found.lists) == ({("decl", "id"): "x"}, {})


def test_a_record_that_is_never_absent_has_no_presence(book: Rulebook) -> None:
    assert facts(book, "{decl: {}}").values == {}


def test_in_a_given_record_what_is_optional_may_be_absent(book: Rulebook) -> None:
    found = facts(book, "{extra: {kg: 5, mark: absent, note: absent}}")
    assert found.values == {
        EXTRA: "given",
        ("extra", "place"): "given",
        ("extra", "kg"): 5,
        ("extra", "mark"): ABSENT,
        ("extra", "note"): ABSENT,
        ("extra", "note", "text"): ABSENT,
        ("extra", "note", "place"): ABSENT,
        ("extra", "note", "place", "code"): ABSENT,
    }


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        ("{extra: {kg: absent}}", 21),
        ("{extra: {place: absent}}", 24),
        ("{extra: {place: {code: absent}}}", 31),
        ("{extra: {note: {place: absent}}}", 31),
        ("{extra: {aides: absent}}", 24),
        ("{legs: [{extra: {kg: absent}}]}", 29),
    ],
)
def test_in_a_given_record_nothing_else_may_be_absent(book: Rulebook, wrong: str, column: int) -> None:
    (finding,) = read(book, wrong).findings
    assert finding.span is not None
    assert (finding.id, finding.span.line, finding.span.column) == ("F402", 2, column)


def test_a_record_that_may_be_absent_can_be_what_a_verdict_needs(book: Rulebook) -> None:
    names = need_names(book)
    assert names["decl.extra"] == names["报关单.附加"] == "decl.extra"
    assert names["extra.note"] == "extra.note"
    assert "decl" not in names
    assert "decl.extra" not in list_names(book)
