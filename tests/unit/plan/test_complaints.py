"""What keeps a text from being YAML is said in our own words, in both languages; the library's are never shown."""

import re

import pytest

from checker.findings import Finding
from checker.plan import read_plans
from checker.rulebook.model import Rulebook
from tests.literate_pages import ROOT

SAID = [
    ("facts: a: b", "a `:` stands where no key can be", "put quotes around text with `: `"),
    ("facts:\n\tlegs: []", "a tab stands where only blanks may", "indent with blanks"),
    ("facts: {credit: @A}", "no value can begin with this character", "put quotes around the text"),
    ("facts: {credit: A", "this bracket is never closed", "write the closing bracket"),
    ("facts: {credit: 'A}", "this quotation is never closed", "write the closing quotation mark"),
    ("{facts: {}} more", "text after the end of the plan", "begin another plan with a line `---`"),
    ("facts: {legs: [a}", "a comma or the closing bracket is missing", "write `,` or the closing bracket"),
    ("facts:\n  credit: A\n legs: []", "this line does not fit those above it", "align it with the line it belongs to"),
    ("plan: x\nfacts\nexpect: {}", "a key without `:`", "write `:` and a blank after the key"),
    ("facts: - a", "a `- ` stands where no element can be", "put it on a line of its own"),
    ("facts: ? a", "a `?` stands where no key can be", "put quotes around the text"),
    ('plan: "\\q"', "an escape or a directive that means nothing", "write the text itself"),
    ('plan: "\\xz"', "an escape or a directive that means nothing", "write the text itself"),
    ("plan: !<x y", "this is no YAML", "put quotes around the text"),
    ("plan: |x\n  a", "this is no YAML", "put quotes around the text"),
    ("plan: a\ufffe", "a character that no text may hold", "take it out"),
]


def complaint(book: Rulebook, text: str) -> Finding:
    return next(finding for plan in read_plans(book, text, "p.yaml") for finding in plan.findings)


@pytest.mark.parametrize(("text", "message", "remedy"), SAID)
def test_each_has_a_sentence_and_what_helps(book: Rulebook, text: str, message: str, remedy: str) -> None:
    finding = complaint(book, text)
    assert (finding.id, str(finding.message), str(finding.help)) == ("F405", message, remedy)


@pytest.mark.parametrize("text", [text for text, _, _ in SAID])
def test_in_chinese_there_is_no_english_word(book: Rulebook, text: str) -> None:
    said = complaint(book, text).message.in_language("zh")
    assert re.findall("[A-Za-z]+", re.sub("`[^`]*`", "", said)) in ([], ["YAML"])


def test_the_library_is_quoted_nowhere() -> None:
    source = (ROOT / "checker" / "plan" / "complaints.py").read_text(encoding="utf-8")
    assert "problem=" not in source
