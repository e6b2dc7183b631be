"""What a linter found, as SARIF 2.1.0 (the OASIS standard): for code hosts and editors.

A finding keeps its identity when lines move: its fingerprints are made of names and constants. Where nothing could be
looked at, the run says so itself and is valid all the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import quote

from checker import __version__
from checker.answers.allowing import Allowed
from checker.findings import REGISTRY, Finding, Message, Severity, Span, say
from checker.reports.findings_json import Object
from checker.reports.findings_text import languages, written
from checker.reports.lint_run import LintRun
from checker.reports.region_words import region_lines

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_HERE = say("the working folder of the run")
_STATES = {"new": "new", "partly-new": "updated", "known": "unchanged"}


def lint_sarif(run: LintRun) -> str:
    """Write the log, indented, with a line break at the end."""
    report = run.report
    known = report.baseline.known if report and report.baseline else ()
    allowed = report.allowed if report else ()
    told = (*run.findings, *known, *(each.finding for each in allowed))
    rules = sorted({finding.id for finding in told} | set(report.looked_for if report else ()))
    writer = _Writer(run, {id_: place for place, id_ in enumerate(rules)})
    contents: Object = {
        "tool": {"driver": _driver(rules, run.language)},
        "language": run.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": _message(_HERE.in_language(run.language))}},
        "invocations": [_invocation(run, writer)],
        "results": [],
    }
    if report is not None:
        contents["results"] = [
            *writer.results(report.findings),
            *writer.results(known, "known"),
            *writer.suppressed(allowed),
        ]
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [contents]}, ensure_ascii=False, indent=2) + "\n"


class _Writer:
    """Writes findings one by one, each in its language."""

    def __init__(self, run: LintRun, rules: dict[str, int]) -> None:
        self._run, self._rules = run, rules

    def results(self, findings: Iterable[Finding], state: str | None = None) -> list[Object]:
        """Write findings with how they compare with the baseline: as given, else each as the run says."""
        told = tuple(findings)
        states = [state or self._run.state(finding) for finding in told]
        return [
            {**result, **({"baselineState": _STATES[compared]} if compared else {})}
            for result, compared in zip(self._results(told), states, strict=True)
        ]

    def suppressed(self, allowed: Iterable[Allowed]) -> list[Object]:
        every = tuple(allowed)
        return [
            {**result, "suppressions": [self._suppression(each)]}
            for each, result in zip(every, self._results(each.finding for each in every), strict=True)
        ]

    def notifications(self, findings: Iterable[Finding]) -> list[Object]:
        """Write why nothing was looked at."""
        told = tuple(findings)
        return [
            {
                "descriptor": {"id": finding.id},
                "level": _LEVELS[finding.severity],
                "message": _message(_sentences(finding, language)),
                **({"locations": [self._physical(finding.span)]} if finding.span else {}),
            }
            for finding, language in zip(told, self._languages(told), strict=True)
        ]

    def _results(self, findings: Iterable[Finding]) -> list[Object]:
        told = tuple(findings)
        return [self._result(f, one) for f, one in zip(told, self._languages(told), strict=True)]

    def _languages(self, findings: tuple[Finding, ...]) -> list[str]:
        return languages(findings, self._run.texts, self._run.asked)

    def _result(self, finding: Finding, language: str) -> Object:
        told = [_sentences(finding, language)]
        below = region_lines(finding.id, finding.regions, language, self._run.scenarios)
        told += [f"{'  ' * depth}{text}" for depth, text in below]
        return {
            "ruleId": finding.id,
            "ruleIndex": self._rules[finding.id],
            "level": _LEVELS[finding.severity],
            "message": _message("\n".join(told)),
            "locations": [self._location(finding)],
            **({"relatedLocations": self._related(finding, language)} if finding.related else {}),
            "partialFingerprints": _fingerprints(finding),
        }

    def _location(self, finding: Finding) -> Object:
        logical = [{"name": name, "fullyQualifiedName": name} for name in finding.concerns]
        place = self._physical(finding.span) if finding.span else {}
        return {**place, **({"logicalLocations": logical} if logical else {})}

    def _related(self, finding: Finding, language: str) -> list[Object]:
        return [
            {"id": number, **self._physical(related.span), "message": _message(written(related.message, language))}
            for number, related in enumerate(finding.related)
        ]

    def _suppression(self, allowed: Allowed) -> Object:
        return {
            "kind": "inSource",
            "status": "accepted",
            "justification": allowed.by.because,
            "location": self._physical(allowed.by.span),
        }

    def _physical(self, span: Span) -> Object:
        path = f"{self._run.below}/{span.file}" if self._run.below else span.file
        return {
            "physicalLocation": {
                "artifactLocation": {"uri": quote(path), "uriBaseId": ROOT},
                "region": {
                    "startLine": span.line,
                    "startColumn": span.column,
                    "endLine": span.end_line,
                    "endColumn": span.end_column,
                },
            }
        }


def _driver(rules: list[str], language: str) -> Object:
    return {
        "name": "lexport",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(id_, language) for id_ in rules],
    }


def _rule(id_: str, language: str) -> Object:
    entry = REGISTRY[id_]
    explained = say("`lexport explain {id}` prints what it means, and how to mend it", id=id_)
    return {
        "id": id_,
        "name": "".join(word.capitalize() for word in re.findall(r"\w+", entry.name)),
        "shortDescription": _message(Message(entry.name).in_language(language)),
        "help": _message(explained.in_language(language)),
        "defaultConfiguration": {"level": _LEVELS[Severity(entry.severity)]},
        "properties": {"kind": entry.kind},
    }


def _invocation(run: LintRun, writer: _Writer) -> Object:
    if run.report is not None:
        return {"executionSuccessful": True, "exitCode": 1 if run.failed else 0}
    notified = writer.notifications(run.stopping)
    return {"executionSuccessful": False, "exitCode": 2, "toolExecutionNotifications": notified}


def _sentences(finding: Finding, language: str) -> str:
    advice = written(finding.help, language)
    return "\n".join([finding.message.in_language(language), *([advice] if advice else [])])


def _message(text: str) -> Object:
    """Write a text as the standard wants it: a brace doubled, and no bracket that could be taken for a link."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "\\](")}


def _fingerprints(finding: Finding) -> Object:
    questions = [regions.question for regions in finding.regions]
    names = sorted(finding.concerns) or [str(finding.message)]
    prints = {"lexport/v1": _digest([finding.id, questions, names])}
    boxes = sorted(repr(box) for regions in finding.regions for one in regions.shown for box in one.constants)
    if boxes:
        prints["lexportRegion/v1"] = _digest([finding.id, questions, boxes])
    return prints


def _digest(value: list[object]) -> str:
    return sha256(json.dumps(value, ensure_ascii=True).encode()).hexdigest()
