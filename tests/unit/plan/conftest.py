"""The rulebook in which the plans of these tests are read: that of the page of broken plans."""

import re
from pathlib import Path

import pytest

from checker.rulebook import Rulebook, load_texts

PAGE = Path(__file__).resolve().parents[2] / "corpus" / "broken-plans.md"
FILE = re.compile(r"^```file (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="session")
def book() -> Rulebook:
    """Give the rulebook of the page."""
    page = PAGE.read_text(encoding="utf-8")
    loaded, findings = load_texts({PAGE.name: page} | dict(FILE.findall(page)))
    assert loaded is not None, findings
    return loaded
