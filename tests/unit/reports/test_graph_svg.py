"""The picture of documents and what they are to one another, and the list that says the same."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from checker.reports.graph_svg import graph_list, graph_svg
from checker.uses.citations import FORMS, Citations, find_citations
from tests.atlas_rulebook import small_law

SVG = "{http://www.w3.org/2000/svg}"


def picture(language: str = "en", prefix: str = "graph") -> ElementTree.Element:
    law = small_law()
    return ElementTree.fromstring(graph_svg(law.book, find_citations(law), language, prefix))


def test_every_document_is_there_once_in_the_order_of_time() -> None:
    texts = [group.find(f"{SVG}text") for group in picture().findall(f"{SVG}g")]
    assert [text.text for text in texts if text is not None] == ["old", "talk", "one", "two"]
    heights = [float(text.attrib["y"]) for text in texts if text is not None]
    assert heights == sorted(heights)
    assert len(set(heights)) == len(heights)


def test_every_reference_is_an_arrow_with_its_number_and_a_word() -> None:
    root = picture()
    words = [text.text or "" for text in root.findall(f"{SVG}text")]
    assert sorted(words) == ["1 exception", "2 replaces", "3 power from", "4 overrides", "5 repeals", "6 cites"]
    assert len(root.findall(f"{SVG}path")) == 6


def test_no_two_arrows_lie_upon_one_another() -> None:
    """Where an arrow runs up or down says its `V`: two of one lane have nothing of it in common."""
    runs: dict[str, list[tuple[int, int]]] = {}
    for path in picture().findall(f"{SVG}path"):
        found = re.fullmatch(r"M\d+ (\d+)H\d+Q\d+ \d+ \d+ \d+V\d+Q(\d+) \d+ \d+ (\d+)H\d+", path.attrib["d"])
        assert found is not None, path.attrib["d"]
        start, lane, end = found.groups()
        runs.setdefault(lane, []).append((min(int(start), int(end)), max(int(start), int(end))))
    for lane in runs.values():
        assert all(one[1] < other[0] for one, other in pairwise(sorted(lane)))


def test_the_picture_is_named_and_told_and_its_ids_are_its_own() -> None:
    root = picture(prefix="mine")
    ids = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
    assert root.attrib["role"] == "img"
    assert set(root.attrib["aria-labelledby"].split()) <= ids
    assert ids
    assert all(each.startswith("mine-") for each in ids)


def test_there_is_no_script_and_no_colour_of_its_own() -> None:
    law = small_law()
    drawn = graph_svg(law.book, find_citations(law), "en")
    assert "<script" not in drawn
    assert not re.search(r"#[0-9a-fA-F]{3,6}\b(?!-)", drawn.replace("url(#graph-tip)", ""))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_list_says_each_reference_with_place_day_and_provisions(language: str) -> None:
    items = re.findall(r"<li>(.*?)</li>", graph_list(find_citations(small_law()), language))
    said = [re.sub(r"<[^>]+>", "", item) for item in items]
    if language == "en":
        assert said == [
            "one makes an exception to old, item 1 (dry)",
            "two replaces the wording of old, item 3, from 2016-02-01 (ruled_anew)",
            "two has its power from old, item 5 (power)",
            "two overrides old, item 1 (power)",
            "two repeals one, from 2016-02-01",
            "two cites one, item 4 in support (backed)",
        ]
    else:
        assert said[4] == "two 废止 one，自 2016-02-01 起"


def test_names_in_the_list_are_linked_where_they_have_an_address() -> None:
    citations = find_citations(small_law()).around("one")

    def address(kind: str, name: str) -> str | None:
        return f"{kind}/{name}/" if kind == "document" else None

    listed = graph_list(citations, "en", address)
    assert '<a href="document/one/"><code>one</code></a>' in listed
    assert listed.count("<a ") == 2 * len(citations.references)


def test_documents_without_a_tie_have_no_list() -> None:
    assert graph_list(Citations(("a",), ()), "en") == "<p>No document names another one.</p>"


def test_a_long_name_is_cut_in_the_picture_and_whole_in_what_it_says() -> None:
    name = "a_very_long_name_of_a_document_that_does_not_fit"
    more = f"document {name} {{ rank law  issuer npc  issued 2001-01-01  in force from 2001-01-01 }}\n"
    law = small_law(more)
    drawn = graph_svg(law.book, find_citations(law), "en")
    assert f"<title>{name}: {name}</title>" in drawn
    assert f">{name}<" not in drawn


def test_every_form_has_a_word_and_a_line() -> None:
    """The small rulebook has all forms but a proviso from another document."""
    more = "provision add proviso to base cites two item 3 require store by officer\n"
    law = small_law(more)
    citations = find_citations(law)
    assert {reference.form for reference in citations.references} == set(FORMS)
    assert graph_svg(law.book, citations, "zh").count("marker-end=") == len(citations.references)
