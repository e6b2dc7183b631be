"""Every verdict of the conformance corpus, and of the pages of the documentation that are rulebooks.

Pages whose constructs have no meaning yet are named here, so that none is forgotten and none skipped by accident.
"""

from __future__ import annotations

import pytest

from tests.literate_pages import ROOT, Page, corpus, further_pages, mismatches, read_page, refusals

NOT_BUILT = {
    "10-lists.md": "tests on the elements of a list",
    "12-dates-and-durations.md": "arithmetic",
    "25-question-in-a-condition.md": "a condition that tests another question",
    "27-deadlines.md": "periods and the time of a deed",
    "48-duties-that-differ.md": "periods",
    "51-words-that-change-no-verdict.md": "a period beside the other words",
    "53-nested-lists-and-exact-numbers.md": "tests on the elements of a list, arithmetic",
}
PAGES = tuple(page for page in corpus() if not page.expects_findings)
BUILT = tuple(page for page in PAGES if page.name not in NOT_BUILT)
DOCUMENTATION = tuple(read_page(ROOT / "docs" / path) for path in ("index.md", "explanation/verdict.md"))


def name(page: Page) -> str:
    return page.name


@pytest.mark.parametrize("page", BUILT, ids=name)
def test_every_verdict_of_the_corpus(page: Page) -> None:
    assert list(mismatches(page)) == []


@pytest.mark.parametrize("page", further_pages(), ids=name)
def test_every_verdict_of_our_own_pages(page: Page) -> None:
    assert list(mismatches(page)) == []


@pytest.mark.parametrize("page", DOCUMENTATION, ids=name)
def test_the_documentation_says_what_comes_out(page: Page) -> None:
    assert list(mismatches(page)) == []


def test_what_is_not_built_is_refused_as_such_and_nothing_else_is() -> None:
    refused = {page.name: refusals(page) for page in PAGES}
    assert {page: ids for page, ids in refused.items() if ids} == dict.fromkeys(NOT_BUILT, ("A102",))


def test_the_corpus_is_whole() -> None:
    assert len(PAGES) >= 50
