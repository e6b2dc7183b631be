"""The nearest right word, also among very many and for very long ones."""

from __future__ import annotations

import pytest

from checker.findings import nearest
from checker.findings.nearest import LONGEST, MOST_KNOWN, likeness

MANY = [f"code_{number:05}_of_goods" for number in range(MOST_KNOWN - 1)]


@pytest.mark.parametrize(
    ("word", "known", "wanted"),
    [
        ("transti", ["transit", "integration"], "transit"),
        ("Transit", ["transit"], "transit"),
        ("x", ["transit"], None),
        ("ab", ["abc", "abd"], "abc"),
        ("", [], None),
    ],
)
def test_the_nearest_is_found(word: str, known: list[str], wanted: str | None) -> None:
    assert nearest(word, known) == wanted


@pytest.mark.parametrize(
    "slip", ["declaratoin_office", "declaration_offce", "eclaration_office", "declaration_officee"]
)
def test_it_is_found_among_thousands(slip: str) -> None:
    assert nearest(slip, [*MANY, "declaration_office"]) == "declaration_office"


@pytest.mark.parametrize(
    "slip", ["code_04021_of_gods", "cod_04021_of_goods", "code_04021_of_gooods", "ocde_04021_of_goods"]
)
def test_it_is_found_among_thousands_that_are_alike(slip: str) -> None:
    assert nearest(slip, MANY) == "code_04021_of_goods"


def test_among_more_than_that_none_is_looked_for() -> None:
    assert nearest("transti", [*MANY, "transit", "another"]) is None


def test_a_word_too_long_for_a_slip_has_no_nearest() -> None:
    assert nearest("x" * LONGEST, ["x" * (LONGEST - 1)]) == "x" * (LONGEST - 1)
    assert nearest("x" * (LONGEST + 1), ["x" * LONGEST]) is None
    assert nearest("x" * LONGEST, ["x" * (LONGEST + 1)]) is None


def test_likeness_is_of_characters_in_their_order() -> None:
    assert likeness("abc", "abc") == 1
    assert likeness("abcd", "abxd") == 0.75
