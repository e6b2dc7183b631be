"""Every verdict of the conformance corpus, and of the pages of the documentation that are rulebooks."""

from __future__ import annotations

import pytest

from tests.literate_pages import ROOT, Page, corpus, further_pages, mismatches, read_page

OF_THE_SHIPPED_LAW = {"follow-a-shipment.md", "write-a-plan-in-chinese.md"}
"""Pages whose plans are of the shipped rulebook, and which have no rules of their own."""

PAGES = tuple(page for page in corpus() if not page.expects_findings)
DOCUMENTATION = tuple(
    read_page(path)
    for path in (
        ROOT / "docs" / "index.md",
        ROOT / "docs" / "explanation" / "verdict.md",
        *sorted(path for path in (ROOT / "docs" / "how-to").glob("*.md") if path.name not in OF_THE_SHIPPED_LAW),
    )
)


def name(page: Page) -> str:
    return page.name


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_verdict_of_the_corpus(page: Page) -> None:
    assert list(mismatches(page)) == []


@pytest.mark.parametrize("page", further_pages(), ids=name)
def test_every_verdict_of_our_own_pages(page: Page) -> None:
    assert list(mismatches(page)) == []


@pytest.mark.parametrize("page", DOCUMENTATION, ids=name)
def test_the_documentation_says_what_comes_out(page: Page) -> None:
    assert list(mismatches(page)) == []


def test_the_corpus_is_whole() -> None:
    assert len(PAGES) >= 50
