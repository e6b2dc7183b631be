"""What `check` found, as JSON of the schema `lexport.check/1` (docs/reference/json.md).

Takes the record of a check, or None when there was no rulebook to check by, and the findings that belong to
no plan; gives one document. Keys stand in a fixed order; new ones are added at the end of their object.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from checker.answers.dossier import (
    CheckResult,
    Cited,
    DatedPeriod,
    Duty,
    PlanDossier,
    ProvisionLine,
    ReadingLine,
    Reason,
    SubjectVerdict,
)
from checker.answers.requirements import Unmet
from checker.findings import Finding
from checker.reports.findings_json import NO_TEXTS, Object, Texts, findings_json
from checker.reports.json_document import json_document

SCHEMA = "lexport.check/1"


def check_json(
    result: CheckResult | None,
    findings: Iterable[Finding] = (),
    unmet: Iterable[Unmet] = (),
    collecting: Collection[str] = (),
    texts: Texts = NO_TEXTS,
    language: str | None = None,
) -> str:
    """Write the document, indented, with a line break at the end.

    `collecting` names the questions whose answer is a list however many values it holds. Without a language findings
    are in that of their file.
    """
    contents = {
        "rulebook": _rulebook(result) if result else None,
        "as_of": result.as_of if result else None,
        "plans": [_plan(dossier, collecting, texts, language) for dossier in result.plans] if result else [],
        "findings": findings_json(findings, texts, language),
        "unmet": [_unmet(u) for u in unmet],
    }
    return json_document(SCHEMA, contents)


def _rulebook(result: CheckResult) -> Object:
    return {
        "name": result.rulebook,
        "version": result.version,
        "digest": result.digest,
        "reviewed_until": result.reviewed_until,
    }


def _plan(dossier: PlanDossier, collecting: Collection[str], texts: Texts, language: str | None) -> Object:
    return {
        "plan": dossier.plan,
        "file": dossier.file,
        "line": dossier.line,
        "findings": findings_json(dossier.findings, texts, language),
        "verdicts": [_verdict(verdict, collecting) for verdict in dossier.verdicts],
    }


def _verdict(verdict: SubjectVerdict, collecting: Collection[str]) -> Object:
    conflict = verdict.conflict
    return {
        "question": verdict.question,
        "subject": verdict.subject,
        "path": verdict.path,
        "governing_date": verdict.governing_date,
        "verdict": verdict.verdict,
        "answer": _answer(verdict, verdict.question in collecting),
        "possible": list(verdict.possible),
        "needs": list(verdict.needs),
        "compliance": verdict.compliance,
        "principle": verdict.principles[0] if verdict.principles else None,
        "standing": verdict.standing,
        "reason": "silence" if verdict.by_silence else None,
        "provisions": [_provision(line) for line in verdict.provisions],
        "conflict": conflict
        and {
            "parties": [list(pair) for pair in conflict.parties],
            "because": conflict.because,
            "ruling_by": conflict.ruling_by[0] if conflict.ruling_by else None,
            "ruling_bodies": list(conflict.ruling_by),
        },
        "known_gap": verdict.known_gaps[0].name if verdict.known_gaps else None,
        "open_points": [_reason(reason) for reason in verdict.open_points],
        "practice": [line.name for line in verdict.provisions if line.status == "practice"],
        "duties": [_duty(duty) for duty in verdict.duties],
        "alternatives": [
            {"value": other.value, "verdict": other.verdict, "possible": list(other.possible)}
            for other in verdict.alternatives
        ],
        "title": verdict.title,
        "principles": list(verdict.principles),
        "subject_to": verdict.subject_to,
        "left_to": list(verdict.left_to),
        "known_gaps": [_reason(reason) for reason in verdict.known_gaps],
        "remarks": [{"kind": remark.kind, "about": remark.about} for remark in verdict.remarks],
        "ways": [
            {"verdict": way.verdict, "answer": list(way.answer), "winners": list(way.winners)} for way in verdict.ways
        ],
        "needs_answers": list(verdict.needs_answers),
        "period": verdict.period and _period(verdict.period),
        "deed": verdict.deed,
        "done_at": verdict.done_at,
        "readings": None
        if verdict.readings is None
        else [_reading(line, verdict.question in collecting) for line in verdict.readings],
    }


def _answer(verdict: SubjectVerdict | ReadingLine, collects: bool) -> str | list[str] | None:
    if verdict.verdict == "decided" and collects:
        return list(verdict.answer)
    return verdict.answer[0] if verdict.answer else None


def _provision(line: ProvisionLine) -> Object:
    return {
        "name": line.name,
        "status": line.status,
        "lacks": [lack.text for lack in line.lacks],
        "cites": [_cited(cited) for cited in line.cites],
        "at": line.at,
        "title": line.title,
        "principle": line.principle,
        "by": list(line.by),
        "notes": list(line.notes),
    }


def _cited(cited: Cited) -> Object:
    return {
        "document": cited.document,
        "locator": cited.locator,
        "standing": cited.standing,
        "title": cited.title,
        "number": cited.number,
    }


def _reason(reason: Reason) -> Object:
    return {"name": reason.name, "because": reason.because}


def _duty(duty: Duty) -> Object:
    period = duty.period
    return {
        "question": duty.question,
        "by": duty.by,
        "due": period and period.due,
        "from": period and period.since,
        "compliance": duty.compliance,
        "text": period and period.text,
        "not_before": period and period.not_before,
    }


def _period(period: DatedPeriod) -> Object:
    return {"text": period.text, "due": period.due, "from": period.since, "not_before": period.not_before}


def _reading(line: ReadingLine, collects: bool) -> Object:
    return {
        "reading": line.reading,
        "text": line.text,
        "verdict": line.verdict,
        "answer": _answer(line, collects),
        "possible": list(line.possible),
        "compliance": line.compliance,
        "otherwise": line.otherwise,
    }


def _unmet(demand: Unmet) -> Object:
    return {
        "requirement": demand.requirement,
        "misses": [
            {"plan": miss.plan, "question": miss.question, "subject": miss.subject, "found": miss.found}
            for miss in demand.misses
        ],
    }
