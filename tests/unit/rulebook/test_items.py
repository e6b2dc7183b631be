"""Items: each is encoded or excused, and nothing cites one that its document does not have."""

from checker.findings import Finding, Span
from checker.rulebook.documents import Documents
from checker.rulebook.items import check_items
from checker.rulebook.model import (
    ALWAYS,
    Citation,
    Document,
    Locator,
    NotEncoded,
    Power,
    Repeal,
    Replacement,
)


def at(line: int) -> Span:
    return Span("t.rules", line, 1, line, 2)


def place(text: str) -> Locator:
    words = text.split()
    return Locator(tuple(zip(words[::2], map(int, words[1::2]), strict=True)))


def document(name: str, items: tuple[tuple[int, int], ...], line: int) -> Document:
    return Document(
        names=(name,),
        title=None,
        rank=0,
        rank_name="law",
        issuer="npc",
        number=None,
        issued=1,
        issued_exact=True,
        in_force=1,
        in_force_latest=None,
        until=None,
        items=items,
        standing="read",
        standing_reason=None,
        source=None,
        applies_when=ALWAYS,
        practice=False,
        binds_officers=False,
        span=at(line),
    )


def cite(name: str, text: str, line: int) -> Citation:
    return Citation(name, place(text), "read", None, at(line))


def documents(*listed: Document, repeals: tuple[Repeal, ...] = (), left_out: tuple[NotEncoded, ...] = ()) -> Documents:
    return Documents({d.name: d for d in listed}, repeals, left_out)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, int, str]]:
    return [(f.id, f.span.line, str(f.message)) for f in findings if f.span is not None]


A = document("a", ((1, 4),), 1)


def test_an_item_is_encoded_or_excused() -> None:
    excused = NotEncoded("a", ((2, 2),), "addressed to officers", at(2))
    complete = [cite("a", "item 1", 3), cite("a", "item 3", 4), cite("a", "item 4", 5)]
    assert check_items(documents(A, left_out=(excused,)), complete) == ()
    (forgotten,) = check_items(documents(A, left_out=(excused,)), [complete[0], complete[2]])
    assert told((forgotten,)) == [("D103", 1, "item 3 of `a` is neither encoded nor excused")]
    assert str(forgotten.help) == 'cite it in a provision, or write `not encoded a item 3 because "…"`'


def test_what_is_forgotten_is_told_at_once() -> None:
    wide = document("w", ((1, 7), (10, 1_000_000_000)), 1)
    (forgotten,) = check_items(documents(wide), [cite("w", "item 2", 2), cite("w", "item 10", 3)])
    assert str(forgotten.message) == "items 1, 3..7, 11..1000000000 of `w` are neither encoded nor excused"
    assert str(forgotten.help).startswith("cite them in a provision, or write `not encoded w items 1, 3..7, 11..")


def test_a_place_within_an_article_encodes_it() -> None:
    law = document("l", ((35, 36),), 1)
    cited = [cite("l", "article 35 paragraph 1 point 2", 2), cite("l", "article 36", 3)]
    assert check_items(documents(law), cited) == ()


def test_a_repealing_and_a_replacing_item_are_encoded() -> None:
    two = document("b", ((1, 2),), 9)
    old = document("old", (), 8)
    repeal = Repeal("old", Locator(()), "b", place("item 1"), 5, at(3))
    brought = Replacement("p", "b", place("item 2"), at(4))
    assert check_items(documents(two, old, repeals=(repeal,)), [brought]) == ()


def test_a_repealed_item_is_not_encoded_by_its_repeal() -> None:
    one = document("a", ((1, 1),), 1)
    repeal = Repeal("a", place("item 1"), "b", Locator(()), 5, at(3))
    findings = check_items(documents(one, document("b", (), 2), repeals=(repeal,)), [])
    assert [f.id for f in findings] == ["D103"]


def test_the_power_an_item_gives_must_be_there_and_is_not_its_encoding() -> None:
    law = document("l", ((36, 36),), 1)
    assert told(check_items(documents(law), [Power("l", place("item 36"), at(2))])) == [
        ("D103", 1, "item 36 of `l` is neither encoded nor excused")
    ]
    assert told(check_items(documents(law), [cite("l", "item 36", 2), Power("l", place("item 37"), at(3))])) == [
        ("D102", 3, "`l` has no item 37: its items are 36")
    ]


def test_an_item_the_document_does_not_have() -> None:
    complete = [cite("a", f"item {n}", 10 + n) for n in (1, 2, 3, 4)]
    repeal = Repeal("a", place("item 6"), "a", place("item 7"), 5, at(20))
    excused = NotEncoded("a", ((4, 9),), "x", at(21))
    listed = documents(A, repeals=(repeal,), left_out=(excused,))
    assert told(check_items(listed, [*complete, cite("a", "article 5 paragraph 1", 15)])) == [
        ("D102", 15, "`a` has no article 5: its items are 1..4"),
        ("D102", 20, "`a` has no item 7: its items are 1..4"),
        ("D102", 20, "`a` has no item 6: its items are 1..4"),
        ("D102", 21, "`a` has no items 5..9: its items are 1..4"),
    ]


def test_a_document_without_items_and_the_whole_of_one_are_not_checked() -> None:
    loose = document("loose", (), 1)
    assert check_items(documents(loose), [cite("loose", "item 99", 2)]) == ()
    findings = check_items(documents(A), [cite("a", "", 2)])
    assert told(findings) == [("D103", 1, "items 1..4 of `a` are neither encoded nor excused")]


def test_a_citation_of_an_unknown_document_is_another_matter() -> None:
    assert check_items(documents(), [cite("nowhere", "item 1", 2)]) == ()
