"""The table of words: both languages say the same things, with the same blanks to fill, and none is idle."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from checker.reports import labels
from checker.reports.labels import LANGUAGES, words
from checker.rulebook.model import STANDINGS

REPORTS = Path(labels.__file__).parent


def blanks(sentence: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(sentence) if name is not None)


def strings() -> set[str]:
    """Collect every piece of text in the reports, cut at what an f-string fills in."""
    return {
        node.value
        for path in REPORTS.glob("*.py")
        if path.name != "labels.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_both_languages_have_every_key_with_something_to_say() -> None:
    english, chinese = (words(language) for language in LANGUAGES)
    assert set(english) == set(chinese)
    assert [key for key in english if not english[key]] == []
    # Chinese joins the steps of a locator without anything between.
    assert [key for key in chinese if not chinese[key]] == ["unit.joint"]


def test_both_languages_fill_in_the_same_parts() -> None:
    english, chinese = (words(language) for language in LANGUAGES)
    assert [key for key in english if blanks(english[key]) != blanks(chinese[key])] == []


def test_chinese_is_chinese() -> None:
    """A sentence that was not translated would have no Chinese sign in it."""
    foreign = [k for k, text in words("zh").items() if re.search("[a-z]{4}", re.sub(r"\{.*?\}", "", text))]
    assert foreign == []


def test_every_key_is_used() -> None:
    written = strings()
    idle = [key for key in words("en") if key not in written and not written & {key.partition(".")[0] + "."}]
    assert idle == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_closed_lists_has_its_label(language: str) -> None:
    known = words(language)
    from checker.logic import COMPLIANCE, PRINCIPLES, VERDICTS
    from checker.rulebook.model import UNITS

    assert {f"standing.{word}" for word in STANDINGS} <= set(known)
    assert {f"verdict.{word}" for word in VERDICTS} <= set(known)
    assert {f"says.{word}" for word in VERDICTS if word != "not-applicable"} <= set(known)
    assert {f"compliance.{word}" for word in COMPLIANCE} <= set(known)
    assert {f"{family}.{unit}" for family in ("length", "length.one") for unit in UNITS} <= set(known)
    assert {f"{family}.{word}" for family in ("principle", "word") for word in PRINCIPLES} <= set(known)
