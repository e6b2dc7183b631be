"""The provisions of a question as a tree, and the documents of a rulebook with what they are to one another."""

from datetime import date

from checker.uses.citations import Reference, ended_on, find_citations
from checker.uses.trees import TreeProvision, find_trees
from tests.atlas_rulebook import small_law

Shape = tuple[str, tuple["Shape", ...]]


def shape(trees: tuple[TreeProvision, ...]) -> tuple[Shape, ...]:
    return tuple((row.provision.name, shape(row.below)) for row in trees)


def tree(question: str, more: str = "") -> tuple[TreeProvision, ...]:
    law = small_law(more)
    return find_trees(law, law.book.questions[question])


def day(year: int, month: int, number: int) -> int:
    return date(year, month, number).toordinal()


def test_what_is_aimed_at_a_provision_stands_below_it_by_rank_then_time() -> None:
    """`dry` and `power` are of notices, `dry` of the earlier one; the proviso is of the law itself."""
    below = (("noted", ()), ("dry", (("dry_far", ()),)), ("power", ()))
    assert shape(tree("carry")) == (("base", below), ("backed", ()), ("advice", ()))


def test_an_exception_in_another_question_is_not_in_the_tree() -> None:
    assert shape(tree("store")) == (("base", ()), ("ruled", ()), ("ruled_anew", ()))


def test_whoever_carries_a_speaker_is_there_without_speaking() -> None:
    """A proviso that alone speaks on a question is shown below what it adds to, which says nothing there."""
    more = "provision extra proviso to dry cites old item 2 require store by officer\n"
    (base,) = (row for row in tree("store", more) if row.provision.name == "base")
    assert shape((base,)) == (("base", (("dry", (("extra", ()),)),)),)
    (dry,) = base.below
    assert (base.speaks, dry.speaks, dry.below[0].speaks) == (True, False, True)


def test_a_wording_is_that_of_the_text_that_brought_it() -> None:
    rows = {row.provision.name: row for row in tree("store")}
    assert (rows["ruled"].wording.name, rows["ruled"].until) == ("old", day(2016, 2, 1))
    anew = rows["ruled_anew"]
    assert (anew.wording.name, anew.since, anew.until) == ("two", day(2016, 2, 1), None)


def test_no_provision_no_tree() -> None:
    assert tree("open_it") == ()


def test_every_tie_between_two_documents_is_found_once_the_later_document_last() -> None:
    citations = find_citations(small_law())
    assert citations.documents == ("old", "talk", "one", "two")
    found = [(r.form, r.source, r.target, r.place.text, r.day, r.provisions) for r in citations.references]
    assert found == [
        ("exception", "one", "old", "item 1", None, ("dry",)),
        ("replaces", "two", "old", "item 3", day(2016, 2, 1), ("ruled_anew",)),
        ("authorised", "two", "old", "item 5", None, ("power",)),
        ("override", "two", "old", "item 1", None, ("power",)),
        ("repeals", "two", "one", "", day(2016, 2, 1), ()),
        ("supported", "two", "one", "item 4", None, ("backed",)),
    ]


def test_ties_alike_are_one_with_all_provisions_that_make_it() -> None:
    more = "provision again cites two item 3 cites one item 4 when wet permit carry\n"
    found = [r for r in find_citations(small_law(more)).references if r.form == "supported"]
    assert [r.provisions for r in found] == [("again", "backed")]


def test_around_a_document_is_what_is_tied_to_it_and_nothing_else() -> None:
    citations = find_citations(small_law()).around("one")
    assert citations.documents == ("old", "one", "two")

    def ends(reference: Reference) -> tuple[str, str]:
        return reference.source, reference.target

    assert {ends(reference) for reference in citations.references} == {("one", "old"), ("two", "one")}
    alone = find_citations(small_law()).around("talk")
    assert (alone.documents, alone.references) == (("talk",), ())


def test_a_document_ends_with_the_repeal_of_all_of_it_alone() -> None:
    """The second repeal takes a place of the old law alone; the third comes after the end."""
    more = "repeal old item 3 by two item 2 from 2017-01-01\nrepeal one by two item 2 from 2018-01-01\n"
    book = small_law(more).book
    ends = {name: ended_on(book, document) for name, document in book.documents.items()}
    assert ends == {"old": None, "one": day(2016, 2, 1), "talk": None, "two": None}
