"""What a linter found, as JUnit XML: a suite for each question, in it a case for each id, also where nothing was found.

What weighs less than the threshold is told in the output of its case and fails nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from checker.findings import REGISTRY, Finding, Message
from checker.reports.findings_text import finding_text, languages
from checker.reports.lint_run import LintRun
from checker.reports.region_words import region_lines

# Families, and ids beside them, whose every finding is about a question: a question without any is shown as clean.
_OF_QUESTIONS = re.compile(r"[GCU]\d+|R10[2-6]")
# What XML has no way to write.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RULEBOOK = "rulebook"

Cases = dict[str, list[Finding]]


def lint_junit(run: LintRun) -> str:
    """Write the suites, the rulebook's own last."""
    suites = {name: cases for name, cases in _suites(run).items() if cases}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    every = [finding for cases in suites.values() for each in cases.values() for finding in each]
    tests = sum(map(len, suites.values()))
    failures = sum(_is_failed(each, run) for cases in suites.values() for each in cases.values())
    lines.append(_open("testsuites", name="lexport lint", tests=tests, failures=failures, errors=len(run.stopping)))
    spoken = dict(zip(every, languages(every, run.texts, run.asked), strict=True))
    for name, cases in suites.items():
        lines += _suite(name, cases, run, spoken)
    return "\n".join([*lines, "</testsuites>", ""])


def _suites(run: LintRun) -> dict[str, Cases]:
    """Put every finding into its suite and case, and make the cases in which nothing was found."""
    suites: dict[str, Cases] = {question: {} for question in run.questions}
    suites[_RULEBOOK] = {}
    looked_for = run.report.looked_for if run.report else ()
    for id_ in looked_for:
        if _OF_QUESTIONS.fullmatch(id_):
            for question in run.questions:
                suites[question][id_] = []
    for finding in run.findings:
        suites[run.question_of(finding) or _RULEBOOK].setdefault(finding.id, []).append(finding)
    found = {id_ for cases in suites.values() for id_ in cases}
    suites[_RULEBOOK].update({id_: [] for id_ in looked_for if id_ not in found})
    return suites


def _suite(name: str, cases: Cases, run: LintRun, spoken: dict[Finding, str]) -> Iterator[str]:
    failures = sum(_is_failed(found, run) for found in cases.values())
    errors = sum(finding in run.stopping for found in cases.values() for finding in found)
    yield "  " + _open("testsuite", name=name, tests=len(cases), failures=failures, errors=errors)
    for id_, found in sorted(cases.items()):
        said = Message(REGISTRY[id_].name).in_language(run.language)
        case = _open("testcase", classname=f"lexport.{name}", name=f"{id_} {said}")
        yield f"    {case}" if found else f"    {case[:-1]}/>"
        if found:
            yield from (f"      {line}" for line in _outcome(found, run, spoken))
            yield "    </testcase>"
    yield "  </testsuite>"


def _outcome(found: list[Finding], run: LintRun, spoken: dict[Finding, str]) -> Iterator[str]:
    """Write what was found of an id: as one failure if any of it weighs enough, else as output."""
    text = _text("\n".join(_told(finding, run, spoken[finding]) for finding in found))
    if any(finding in run.stopping for finding in found):
        yield f"{_open('error', message=_first(found, spoken), type=found[0].kind)}{text}</error>"
    elif _is_failed(found, run):
        yield f"{_open('failure', message=_first(found, spoken), type=found[0].kind)}{text}</failure>"
    else:
        yield f"<system-out>{text}</system-out>"


def _told(finding: Finding, run: LintRun, language: str) -> str:
    below = region_lines(finding.id, finding.regions, language, run.scenarios)
    return finding_text(finding, run.texts, language, below)


def _first(found: list[Finding], spoken: dict[Finding, str]) -> str:
    return found[0].message.in_language(spoken[found[0]])


def _is_failed(found: Iterable[Finding], run: LintRun) -> bool:
    threshold = run.threshold
    return threshold is not None and any(finding.severity.reaches(threshold) for finding in found)


def _open(tag: str, **attributes: str | int) -> str:
    said = "".join(f" {name}={quoteattr(_plain(str(value)))}" for name, value in attributes.items())
    return f"<{tag}{said}>"


def _text(text: str) -> str:
    return escape(_plain(text))


def _plain(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)
