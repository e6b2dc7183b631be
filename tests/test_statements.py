"""The reference of the language, statement by statement, is whole: held against the nodes and the grammar.

Its pages are rulebooks. Each loads without a finding, its scenarios pass, and together their rules use every construct
of the language; each keyword is named with all its spellings.
"""

from __future__ import annotations

import re

import pytest

from checker.syntax import SourceFile, keywords, nodes, parse_file
from tests import constructs
from tests.constructs_proof import walk
from tests.literate_pages import ROOT, Page, mismatches, read_page

FOLDER = ROOT / "docs" / "reference" / "statements"
PAGES = tuple(read_page(path) for path in sorted(FOLDER.glob("*.md")))


def written() -> tuple[nodes.Node, ...]:
    """Return every node of the rules of all pages."""
    parsed = (parse_file(SourceFile(page.name, page.text))[0] for page in PAGES)
    return tuple(node for file in parsed for _, node, _ in walk(file.statements))


def unused(found: tuple[nodes.Node, ...]) -> list[str]:
    """List the constructs that no node is."""
    keys = [key for row in constructs.constructs() if (key := row.key) is not None]
    by_class: dict[type[nodes.Node], list[nodes.Node]] = {}
    for node in found:
        by_class.setdefault(type(node), []).append(node)
    return [str(key) for key in keys if not any(key.fits(node) for node in by_class.get(key.of, ()))]


def unnamed(text: str) -> list[str]:
    """List the spellings of keywords that the text does not have in code or in a table."""
    spoken = set(re.findall(r"[\w㐀-鿿-]+|%", text))
    return [
        spelling
        for keyword in keywords()
        for spelling in keyword.spellings
        if not all(word in spoken for word in spelling.split())
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_a_rulebook_without_a_finding(page: Page) -> None:
    book, findings = page.load()
    assert book is not None
    assert findings == ()


@pytest.mark.parametrize("page", [p for p in PAGES if "```scenario" in p.text], ids=lambda page: page.name)
def test_its_scenarios_pass(page: Page) -> None:
    assert list(mismatches(page)) == []


def test_every_construct_is_used_on_some_page() -> None:
    assert unused(written()) == []


def test_a_construct_left_out_is_missed() -> None:
    rest = tuple(node for node in written() if not isinstance(node, nodes.Apply))
    assert [key for key in unused(rest) if "Apply" in key]


def test_every_keyword_is_named_with_all_its_spellings() -> None:
    assert unnamed("\n".join(page.text for page in PAGES)) == []


def test_a_keyword_left_out_is_missed() -> None:
    text = "\n".join(page.text for page in PAGES).replace("但书于", "")
    assert unnamed(text) == ["但书于"]
