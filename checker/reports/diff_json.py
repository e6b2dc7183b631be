"""What another version or day decides otherwise, as JSON of the schema `lexport.diff/1` (docs/reference/json.md)."""

from __future__ import annotations

from checker.answers.diff import Edition, QuestionDiff
from checker.answers.diff_plans import PlansHit
from checker.answers.diff_stating import Change
from checker.reports.decision_json import held_json
from checker.reports.diff_run import DiffRun, verdict_of
from checker.reports.findings_json import Object, findings_json
from checker.reports.json_document import json_document
from checker.reports.lint_run import NO_SCENARIOS
from checker.reports.regions_json import regions_json
from checker.uses.responsible import Fate, Party

SCHEMA = "lexport.diff/1"


def diff_json(run: DiffRun) -> str:
    """Write the document, indented, with a line break at the end."""
    report, language = run.report, run.language
    contents: Object = {
        "before": _edition(report.before) if report else None,
        "after": _edition(report.after) if report else None,
        "days": report.days if report else None,
        "failed": run.failed if report else None,
        "questions": [_question(each, language) for each in report.questions] if report else [],
        "vocabulary": [each.in_language(language) for each in report.vocabulary] if report else [],
        "plans": _plans(report.plans, run) if report and report.plans else None,
        "findings": findings_json(run.stopping, run.texts, run.asked),
    }
    return json_document(SCHEMA, contents)


def _edition(edition: Edition) -> Object:
    return {
        "called": edition.called,
        "rulebook": edition.rulebook,
        "version": edition.version,
        "digest": edition.digest,
    }


def _question(question: QuestionDiff, language: str) -> Object:
    return {
        "question": question.question,
        "title": question.title,
        "verdict": verdict_of(question),
        "unproved": [each.in_language(language) for each in question.unproved],
        "changes": [_change(change, language) for change in question.changes],
    }


def _change(change: Change, language: str) -> Object:
    return {
        "id": change.finding.id,
        "message": change.finding.message.in_language(language),
        "direction": change.direction,
        "before": held_json(change.before),
        "after": held_json(change.after),
        "admitted": change.admitted,
        "provisions": None if change.parties is None else [_party(party) for party in change.parties],
        "regions": [regions_json("V101", each, NO_SCENARIOS, language) for each in change.finding.regions],
    }


def _party(party: Party) -> Object:
    return {
        "name": party.provision,
        "reworded": party.reworded,
        "before": [_fate(fate) for fate in party.before],
        "after": [_fate(fate) for fate in party.after],
    }


def _fate(fate: Fate) -> Object:
    return {"status": fate.how, "principle": fate.principle, "by": list(fate.by)}


def _plans(plans: PlansHit, run: DiffRun) -> Object:
    return {
        "asked": plans.asked,
        "hit": [
            {
                "plan": hit.plan,
                "file": hit.file,
                "line": hit.line,
                "verdicts": [
                    {
                        "question": each.question,
                        "subject": each.subject,
                        "before": list(each.before),
                        "after": list(each.after),
                    }
                    for each in hit.verdicts
                ],
            }
            for hit in plans.hit
        ],
        "findings": findings_json(plans.findings, run.texts, run.asked),
    }
