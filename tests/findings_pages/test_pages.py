"""Every finding has a page, and every page has what a reader looks for, in the same place."""

from unicodedata import east_asian_width

import pytest

from checker.findings.message import say
from checker.findings.registry import REGISTRY
from tests.findings_pages.pages import CHINESE, SECTIONS, Page, pages, prose

PAGES = pages()
COLUMNS = 80
SEVERITIES = {"error": "错误", "warning": "警告", "info": "提醒"}

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def columns(line: str) -> int:
    """Count the columns a line takes in a terminal, where a Chinese character takes two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in line)


def test_every_id_has_a_page_and_every_page_an_id() -> None:
    assert [page.name for page in PAGES] == sorted(REGISTRY)


@each_page
def test_the_title_is_the_id_and_its_name(page: Page) -> None:
    assert page.title == f"{page.name}: {REGISTRY[page.name].name}"


@each_page
def test_the_sections_are_all_there_and_in_order(page: Page) -> None:
    assert tuple(heading for heading, _ in page.sections) == SECTIONS
    assert [heading for heading, text in page.sections if not text.strip()] == []


@each_page
def test_the_first_word_is_the_severity(page: Page) -> None:
    assert page.opening.lstrip("\n").startswith(REGISTRY[page.name].severity.capitalize())


@each_page
def test_the_chinese_part_has_the_name_the_severity_and_what_to_do(page: Page) -> None:
    entry = REGISTRY[page.name]
    title, what, why, how, *more = page.section(CHINESE).strip().split("\n\n")
    assert title == f"**{entry.id} {say(entry.name).in_language('zh')}**"
    assert what.startswith(SEVERITIES[entry.severity])
    assert why.startswith("为什么重要：")
    assert how.startswith("如何改正：")
    assert all(each.startswith(("没有示例：", "示例中，")) for each in more)
    assert len(more) < 2


@each_page
def test_a_terminal_shows_the_page_as_it_is_laid_out(page: Page) -> None:
    assert [line for line in prose(page) if columns(line) > COLUMNS] == []
