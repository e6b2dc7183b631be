"""The atlas of drawn rulebooks: every provision has its place in the tree once, every page can be written and read."""

import re
from xml.etree import ElementTree

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from checker.answers.atlas import Atlas, every
from checker.logic import Law
from checker.reports.atlas_document import document_page, documents_page
from checker.reports.atlas_markup import nowhere
from checker.reports.atlas_question import question_page
from checker.rulebook import load_texts
from checker.uses.citations import find_citations
from tests.analyses_rulebooks import rulebooks
from tests.strategies import Source

EXAMPLES = 40
SETTINGS = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def law_of(source: Source) -> Law:
    book, _ = load_texts(dict(source.files))
    assume(book is not None)
    assert book is not None
    law = Law(book)
    assume(not law.findings())
    return law


@given(rulebooks())
@SETTINGS
def test_a_tree_holds_whoever_speaks_once_below_what_he_is_aimed_at(source: Source) -> None:
    law = law_of(source)
    atlas = Atlas(law)
    for name, trees in atlas.trees.items():
        rows = list(every(trees))
        names = [row.provision.name for row in rows]
        assert len(names) == len(set(names))
        speaking = {provision.name for provision in law.book.provisions.values() if name in provision.questions}
        assert {row.provision.name for row in rows if row.speaks} == speaking
        assert all(row.provision.relation is None for row in trees)
        for row in rows:
            targets = {each.provision.relation.target for each in row.below if each.provision.relation is not None}
            assert targets <= {row.provision.name}
            assert row.speaks or row.below


@given(rulebooks())
@SETTINGS
def test_what_is_around_the_documents_is_all_there_is(source: Source) -> None:
    law = law_of(source)
    whole = find_citations(law)
    parts = [whole.around(name).references for name in whole.documents]
    assert {reference for part in parts for reference in part} == set(whole.references)
    assert all(sum(reference in part for part in parts) == 2 for reference in whole.references)


@given(rulebooks(), st.sampled_from(["en", "zh"]))
@SETTINGS
def test_every_page_can_be_written_and_its_pictures_read(source: Source, language: str) -> None:
    law = law_of(source)
    atlas, book = Atlas(law), law.book
    pages = [question_page(book, atlas.question(name), language, nowhere) for name in book.questions]
    pages += [document_page(book, atlas.document(name), language, nowhere) for name in book.documents]
    pages.append(documents_page(atlas, language, nowhere))
    for page in pages:
        for picture in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
            ElementTree.fromstring(picture)
        assert page.count('<div class="atlas">') <= page.count("\n## ") + 1
