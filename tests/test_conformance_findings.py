"""The conformance corpus, files of errors: every listed finding is reported, at its line, and no other error."""

import re
from pathlib import Path

import pytest
import yaml

from checker.findings import Finding, Severity
from checker.rulebook import load_texts

CORPUS = Path(__file__).resolve().parent / "conformance"
FENCE = re.compile(r"^```(\S+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
Expected = tuple[frozenset[int], str]


def expected_in(page: str) -> list[Expected] | None:
    """Read what a page expects: for each finding the lines, any of which it may stand on, and its kind."""
    blocks = [match[3] for match in FENCE.finditer(page) if match[1] == "expect-findings"]
    if not blocks:
        return None
    entries = [entry for block in blocks for entry in yaml.safe_load(block)]
    lines = [entry["line"] if isinstance(entry["line"], list) else [entry["line"]] for entry in entries]
    return [(frozenset(each), entry["kind"]) for each, entry in zip(lines, entries, strict=True)]


PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("[0-9]*.md"))}
PAGES_OF_ERRORS = {name: found for name, page in PAGES.items() if (found := expected_in(page)) is not None}


def errors_of(name: str) -> list[Finding]:
    """Load a page as the rulebook it is, with the files it brings, and return the errors."""
    files = {match[2]: match[3] for match in FENCE.finditer(PAGES[name]) if match[1] == "file"}
    book, findings = load_texts({**files, name: PAGES[name]})
    assert book is None
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def fits(expected: Expected, finding: Finding) -> bool:
    lines, kind = expected
    return finding.kind == kind and finding.span is not None and finding.span.line in lines


def test_the_corpus_is_there() -> None:
    assert len(PAGES_OF_ERRORS) >= 6


@pytest.mark.parametrize("name", PAGES_OF_ERRORS)
def test_every_error_is_expected(name: str) -> None:
    unexpected = [
        finding for finding in errors_of(name) if not any(fits(each, finding) for each in PAGES_OF_ERRORS[name])
    ]
    assert unexpected == []


@pytest.mark.parametrize("name", PAGES_OF_ERRORS)
def test_every_expected_error_is_found(name: str) -> None:
    errors = errors_of(name)
    assert [each for each in PAGES_OF_ERRORS[name] if not any(fits(each, error) for error in errors)] == []
