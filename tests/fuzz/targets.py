"""What is fuzzed: each target takes any bytes as somebody might give them to the program, and holds what must hold.

No exception, no fault of the program; every place told lies in its file; findings are sorted, each once; the same input
gives the same answer; what is said can be said in both languages, and shown without harm to a terminal. The tests
that run in every build and the guided fuzzer (`guided.py`) share these targets.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from checker.answers.compose import check_plan
from checker.answers.plans import read_plan_file
from checker.findings import Finding, Span, in_order
from checker.logic import Law
from checker.project import read_config
from checker.reports.findings_text import findings_text
from checker.rulebook import load_texts
from checker.rulebook.files import given_files
from checker.rulebook.load import load_files
from checker.rulebook.model import Rulebook
from checker.syntax import ParsedFile, SourceFile, parse_file
from checker.texts import read_stream, visible

LONGEST = 4096
BOOK = """\
rulebook t "Of everything a little" {
  version 1  covers from 2015-01-01  reviewed until 2026-01-01
  ranks law > rule = local > notice  ruling rule, local by council
  governed by day  roles customs, carrier
}
levels class/「类别」 { d < c < b < a }
codes office/关 from "codes/office.yaml" open { district : text  zone : boolean }
record leg { from : office  to : office optional  weight : decimal(3) kg  value : money CNY optional  hs : hs optional }
fact day/日期 : date
fact later : date optional
fact at : datetime optional
fact mode/运输 : one of { transit, integration }
fact class : class
fact sealed/施封 : boolean
fact allowed : boolean decided by customs
fact number : integer 0..100
fact legs : list of leg
define heavy = sum l.weight of l in legs > 100
never later is given and later < day because "what is later comes after"
question seal/封志 "Must it be sealed?" done when sealed
question go "May it go?" about mode
document a_law { rank law  issuer npc  issued 2015-01-01  in force from 2015-02-01  items 1..3 }
document a_rule { rank rule  issuer gacc  issued 2016-01-01  in force from 2016-02-01  items 1..2 }
repeal a_rule item 2 by a_law item 3 from 2017-01-01
provision first cites a_law item 1 when heavy and class >= b require seal by carrier
provision second cites a_law item 2 when any l in legs: (l.hs is given and l.hs starts with "36")
  permit go in { transit }
provision third cites a_law item 3 exception to first when allowed exempt seal
provision fourth cites a_rule item 1 when number > 3 forbid go in { integration }
provision fifth cites a_rule item 2 when mode is transit require seal by carrier
known gap none_speaks in go when mode is integration because "nobody says"
"""
OFFICES = '"4905": {district: Changsha, zone: false}\n"4917": {parent: "4905", district: Changsha, zone: true}\n'


def rules(data: bytes) -> None:
    """Read a file of rules: by itself where it has a header, else beside a rulebook."""
    text = _text(data)
    if text is None:
        return
    path = "x.md" if "```" in text else "x.rules"
    whole = "rulebook" in text or "规则集" in text
    texts = {path: text} if whole else {path: text, "book.rules": BOOK, "codes/office.yaml": OFFICES}
    book, findings = load_files(given_files(texts), _parse)
    _hold(findings, texts)
    if len(data) % 4 == 0:
        again, told = load_texts(texts)
        assert (again is None, told) == (book is None, findings)
    if book is not None:
        law = Law(book)
        _hold(law.findings(), texts)


def plan(data: bytes) -> None:
    """Read a file of plans for a rulebook, and check those that can be."""
    text = _text(data)
    if text is None:
        return
    file = "p.md" if text.startswith("#") else "p.yaml"
    plans = read_plan_file(_book(), file, text)
    if len(data) % 4 == 0:
        assert read_plan_file(_book(), file, text) == plans
    for each in plans:
        _hold(each.findings, {file: text})
        if not each.findings:
            visible(str(check_plan(_law(), each)))


def settings(data: bytes) -> None:
    """Read a `lexport.yaml`."""
    text = _text(data)
    if text is not None:
        read = read_config(text, "lexport.yaml")
        assert read_config(text, "lexport.yaml") == read
        _hold(read[1], {"lexport.yaml": text})


def table(data: bytes) -> None:
    """Read a code table."""
    text = _text(data)
    if text is not None:
        texts = {"book.rules": BOOK, "codes/office.yaml": text}
        _hold(load_files(given_files(texts), _parse)[1], texts)


TARGETS: Mapping[str, Callable[[bytes], None]] = {"rules": rules, "plan": plan, "settings": settings, "table": table}


def _text(data: bytes) -> str | None:
    read = read_stream(io.BytesIO(data), "x", LONGEST * 4)
    if isinstance(read, Finding):
        _hold((read,), {"x": data.decode(errors="replace")})
        return None
    return read


def _hold(findings: tuple[Finding, ...], texts: Mapping[str, str]) -> None:
    """Hold what is true of findings whatever they are about."""
    assert findings == in_order(findings)
    for finding in findings:
        assert finding.id != "X901"
        _lie_within(_spans(finding), texts)
    for language in ("en", "zh"):
        shown = visible(findings_text(findings, texts, language))
        assert shown.isprintable() or all(c.isprintable() or c in "\n\t" or ord(c) > 0x9F for c in shown)


def _spans(finding: Finding) -> Iterable[Span]:
    related = (each.span for each in finding.related)
    edited = (edit.span for edit in finding.edits)
    return (span for span in (finding.span, *related, *edited) if span is not None)


def _lie_within(spans: Iterable[Span], texts: Mapping[str, str]) -> None:
    for span in spans:
        lines = texts[span.file].split("\n")
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)


def _parse(source: SourceFile) -> tuple[ParsedFile, tuple[Finding, ...]]:
    return _parsed_book() if source.text == BOOK else parse_file(source)


@cache
def _parsed_book() -> tuple[ParsedFile, tuple[Finding, ...]]:
    return parse_file(SourceFile("book.rules", BOOK))


@cache
def _book() -> Rulebook:
    book, findings = load_texts({"book.rules": BOOK, "codes/office.yaml": OFFICES})
    assert book is not None, [str(finding.message) for finding in findings]
    return book


@cache
def _law() -> Law:
    return Law(_book())
