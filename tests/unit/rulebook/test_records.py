"""Records beside the provisions: known gaps, open points, what cannot happen."""

import pytest

from checker.rulebook.model import ALWAYS
from checker.rulebook.model import Test as OneTest
from tests.unit.rulebook.books import book, wrong

TWO_LISTS = """record axle { worn : boolean }
record truck { big : boolean  front : axle  loads : list of load  axles : list of axle }
record load { mixed : boolean }
fact trucks : list of truck
fact fleet : list of truck
fact own : truck
"""


def test_a_known_gap() -> None:
    loaded = book(
        'known gap z/空 in carry, store when wet and rail cites l item 2 because "nobody has spoken"\n'
        'known gap b in days because "so"'
    )
    z, b = loaded.known_gaps
    assert (z.names, z.questions, z.because) == (("z", "空"), ("carry", "store"), "nobody has spoken")
    assert [(c.document, c.locator.text) for c in z.cites] == [("l", "item 2")]
    assert (b.condition, b.cites) == (ALWAYS, ())


def test_an_open_point_is_on_a_provision_or_a_question() -> None:
    loaded = book(
        "provision p/条 cites a permit carry\n"
        'open point one on 条 because "no criterion"\nopen point two on store because "no procedure"'
    )
    assert [(o.name, o.subject, o.because) for o in loaded.open_points] == [
        ("one", "p", "no criterion"),
        ("two", "store", "no procedure"),
    ]


def test_what_cannot_happen_in_the_plan() -> None:
    (never,) = book('never wet and  rail # a comment\n because "it is covered" cites l item 2').impossibilities
    assert (never.list, never.because, never.text) == (None, "it is covered", "wet and rail")
    assert [(c.document, c.locator.text) for c in never.cites] == [("l", "item 2")]


@pytest.mark.parametrize(
    ("condition", "lists"),
    [
        ("leg.far and wet", ["legs"]),
        ("truck.big", [None, "fleet", "trucks"]),
        ("truck.big and wet", [None, "fleet", "trucks"]),
        ("own.big", [None]),
        ("leg.far and own.big", ["legs"]),
    ],
)
def test_what_cannot_happen_is_said_of_each_list_of_a_record(condition: str, lists: list[str | None]) -> None:
    loaded = book(f'{TWO_LISTS}never {condition} because "…"')
    assert [never.list for never in loaded.impossibilities] == lists
    assert {never.text for never in loaded.impossibilities} == {condition}


def test_the_condition_is_read_at_each_of_the_places() -> None:
    loaded = book(f'{TWO_LISTS}never truck.big because "…"')
    keys = [i.condition.term.fact.key for i in loaded.impossibilities if isinstance(i.condition, OneTest)]
    assert keys == [("own", "big"), ("fleet[]", "big"), ("trucks[]", "big")]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ('known gap g in carry, cary because "…"', [("N201", 1)]),
        ('known gap g in carry when wett because "…"', [("N201", 1)]),
        ('known gap g in carry cites b because "…"', [("N201", 1)]),
        ('question q silence means permitted\nknown gap g in carry, q because "…"', [("D204", 2)]),
        ('open point o on nobody because "…"', [("N201", 1)]),
        ('open point o on a because "…"', [("N201", 1)]),
        ('never wett because "…"', [("N201", 1)]),
        ('never kg because "…"', [("T301", 1)]),
        ('never wet because "…" cites b', [("N201", 1)]),
        ('never leg.far and box.sealed because "…"', [("T304", 1)]),
    ],
)
def test_mistakes_of_records(text: str, findings: list[tuple[str, int]]) -> None:
    assert wrong(text) == findings
