"""Cards of texts that have been amended: what took the place of what, by which text and since when."""

import pytest

from checker.reports.law_cards import document_card, provision_card
from checker.rulebook import load_texts
from checker.rulebook.model import Rulebook

LAW = """\
rulebook amended "Amended texts" {
  ranks law > announcement   governed by day
}
fact day : date
question seal "Must there be a seal?"
question escort "Is there an escort?"
document old { rank law  issuer congress  issued 2001-01-01  in force from 2001-02-01 }
document sure { rank law  issuer congress  issued 2010-01-01  in force from 2010-02-01 }
document vague { rank law  issuer congress  issued by 2015-06-30  in force from 2015-01-01 .. 2015-06-30 }
document apart { rank law  issuer congress  issued 2001-01-01  in force from 2001-02-01 }
provision seal_1 cites old article 2 require seal
provision seal_2 replaces seal_1 by sure cites old article 2 exempt seal
provision seal_3 replaces seal_2 by vague cites old article 2 require seal
provision escort_1 cites old require escort
provision escort_2 replaces escort_1 by sure from 2012-03-01 cites sure exempt escort
"""


@pytest.fixture(scope="module")
def book() -> Rulebook:
    loaded, findings = load_texts({"law.rules": LAW})
    assert loaded is not None, [str(each.message) for each in findings]
    return loaded


def rows(card: str, *names: str) -> list[str]:
    """Keep the rows of these names, with single blanks, in the order of the card."""
    lines = [" ".join(line.split()) for line in card.splitlines()]
    return [line for line in lines if line.split(" ")[0] in names]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("seal_1", ["replaced seal_2 · sure · from 2010-02-01"]),
        (
            "seal_2",
            ["replaces seal_1 · sure", "replaced seal_3 · vague · from a day between 2015-01-01 and 2015-06-30"],
        ),
        ("seal_3", ["replaces seal_2 · vague"]),
        ("escort_1", ["replaced escort_2 · sure · from 2012-03-01"]),
    ],
)
def test_a_provision_says_what_took_its_place(book: Rulebook, name: str, expected: list[str]) -> None:
    assert rows(provision_card(book, book.provisions[name], "en", 200), "replaces", "replaced") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("sure", ["amends old"]),
        ("vague", ["amends old"]),
        ("apart", []),
    ],
)
def test_a_document_says_what_it_amends(book: Rulebook, name: str, expected: list[str]) -> None:
    assert rows(document_card(book, book.documents[name], "en", 200), "amended", "amends") == expected


def test_a_document_says_each_amendment_of_its_places(book: Rulebook) -> None:
    card = document_card(book, book.documents["old"], "en", 200)
    assert "amended" in card
    for line in (
        "article 2 · sure · from 2010-02-01",
        "article 2 · vague · from a day between 2015-01-01 and 2015-06-30",
        "sure · from 2012-03-01",
    ):
        assert line in card
    assert "amends" not in card
