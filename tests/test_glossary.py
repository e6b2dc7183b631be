"""The glossary has the words of the reports, with the Chinese that the reports use, in the order of the alphabet."""

from __future__ import annotations

import re

import pytest

from checker.reports.labels import words
from tests.literate_pages import ROOT

GLOSSARY = (ROOT / "docs" / "reference" / "glossary.md").read_text(encoding="utf-8")
TABLES = [re.findall(r"^\| ([^|]+) \| ([^|]+) \|", table, re.MULTILINE)[1:] for table in GLOSSARY.split("\n## ")[1:]]
TERMS = {english: chinese for table in TABLES for english, chinese in table}
VERDICTS = ("gap", "known-gap", "conflict", "open", "discretion", "not-applicable")


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_is_called_as_in_the_reports(verdict: str) -> None:
    assert TERMS[verdict.replace("-", " ")] == words("zh")[f"verdict.{verdict}"]


@pytest.mark.parametrize("label", ["rank", "specialty", "recency"])
def test_a_principle_is_called_as_in_the_reports(label: str) -> None:
    assert TERMS[label] == words("zh")[f"word.{label}"]


@pytest.mark.parametrize("label", ["practice", "principle", "standing", "duty", "compliance"])
def test_a_row_is_called_as_in_the_reports(label: str) -> None:
    assert TERMS[label] == words("zh")[label]


@pytest.mark.parametrize("table", TABLES, ids=["program", "trade"])
def test_the_terms_are_in_order(table: list[tuple[str, str]]) -> None:
    terms = [english for english, _ in table if set(english) != {"-"}]
    assert terms == sorted(terms)
