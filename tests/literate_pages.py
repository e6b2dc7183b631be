"""Literate pages as tests: the rulebook of a page and the scenarios on it, run and compared.

Serves the conformance corpus and the documentation. The fences are those of `tests/conformance/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from checker.answers.compose import check_plan
from checker.answers.expectations import compare
from checker.findings import Finding, is_fatal
from checker.logic import Law
from checker.plan import read_plans
from checker.rulebook import load_texts
from checker.rulebook.model import Rulebook

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "conformance"
FURTHER = (
    "codes-above-and-absent.md",
    "joined-effects.md",
    "never-of-a-dated-attribute.md",
    "never-of-other-elements.md",
    "proviso-of-an-excepted-base.md",
    "reserved-texts.md",
    "specialty-of-codes.md",
    "unlisted-codes.md",
)
FILE_FENCE = re.compile(r"^```file (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# The same on a page of the documentation, where a fence has but one word.
FILE_SHOWN = re.compile(r"^In `(\S+)`:\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Page(Struct, frozen=True):
    """A page of Markdown with rules and scenarios in it."""

    name: str
    text: str

    @property
    def expects_findings(self) -> bool:
        """Whether the page is about mistakes in rules, and has no scenarios."""
        return "\n```expect-findings\n" in self.text

    def load(self) -> tuple[Rulebook | None, tuple[Finding, ...]]:
        """Load the rulebook of the page, with the files it brings."""
        return load_texts({self.name: self.text, **dict(FILE_FENCE.findall(self.text) + FILE_SHOWN.findall(self.text))})


def read_page(path: Path) -> Page:
    """Read a page from disk."""
    return Page(path.name, path.read_text(encoding="utf-8"))


def corpus() -> tuple[Page, ...]:
    """Read the conformance corpus, in the order of its numbers."""
    return tuple(read_page(path) for path in sorted(CORPUS.glob("[0-9]*.md")))


def further_pages() -> tuple[Page, ...]:
    """Read the pages of our own: points of the meaning that the conformance corpus leaves out."""
    return tuple(read_page(ROOT / "tests" / "corpus" / name) for name in FURTHER)


def refusals(page: Page) -> tuple[str, ...]:
    """Return the ids of the findings that keep a page from loading or its questions from being compiled."""
    book, findings = page.load()
    if book is not None:
        findings = Law(book).findings()
    return tuple(sorted({f.id for f in findings if is_fatal([f])}))


def mismatches(page: Page) -> Iterator[str]:
    """Run every scenario of a page; give what differs from what it expects, and what keeps it from running."""
    book, findings = page.load()
    if book is None:
        yield from (f"{finding.span}: {finding.id} {finding.message}" for finding in findings)
        return
    plans = [plan for block in book.scenarios for plan in read_plans(book, block.text, block.file, block.line)]
    if not plans:
        yield "no scenario"
    for plan in plans:
        result = compare(plan, check_plan(Law(book, plan.as_of, plan.turned), plan))
        for wrong in result.mismatches:
            about = f"{wrong.question} @ {wrong.subject}: {wrong.key}"
            yield f"{page.name}:{plan.line} {plan.title}: {about}: expected {wrong.expected}, got {wrong.got}"
