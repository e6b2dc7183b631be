"""The examples of the pages run: wrong ones give the finding of the page, right ones give none."""

from pathlib import Path

import pytest

from tests.findings_pages.pages import Example, Page, examples, pages
from tests.findings_pages.runs import given, mended_by_machine

# What no example gives: the bound of a search is reached by rulebooks of many pages only; what is left open has ids of
# its own, as far as anybody knows; and a fault of the program that could be provoked would be mended instead.
NOT_PROVOKED = ("A102", "S103", "X901")


def cases(heading: str) -> list[object]:
    """List the examples of one section of every page."""
    return [
        pytest.param(page, example, id=f"{page.name}-{number}")
        for page in pages()
        for number, example in enumerate(examples(page.section(heading)), start=1)
    ]


def explained(page: Page) -> set[str]:
    """Give the ids that the page itself says its wrong example gives too."""
    words = page.section("Wrong").replace("`", " ").replace(",", " ").replace(".", " ").split()
    return {word for word in words if word[:1].isupper() and word[1:].isdigit()}


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_a_page_has_a_wrong_and_a_right_example(page: Page) -> None:
    assert bool(examples(page.section("Wrong"))) == (page.name not in NOT_PROVOKED)
    assert examples(page.section("Right"))


@pytest.mark.parametrize(("page", "example"), cases("Wrong"))
def test_what_is_wrong_gives_the_finding_and_no_other_error(page: Page, example: Example, tmp_path: Path) -> None:
    found = given(example, tmp_path)
    assert page.name in [name for name, _ in found]
    assert {name for name, severity in found if severity == "error"} <= {page.name} | explained(page)


@pytest.mark.parametrize(("page", "example"), cases("Right"))
def test_what_is_right_gives_no_finding(page: Page, example: Example, tmp_path: Path) -> None:
    assert given(example, tmp_path) == [], page.name


@pytest.mark.parametrize(("page", "example"), cases("Wrong"))
def test_a_page_names_the_command_that_mends_it_where_there_is_one(
    page: Page, example: Example, tmp_path: Path
) -> None:
    says_so = "`lexport fmt --fix`" in page.section("How to mend it")
    assert (page.name in mended_by_machine(example, tmp_path)) == says_so
