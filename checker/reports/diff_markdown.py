"""What another version or day decides otherwise, as Markdown for a pull request: a table, then changes to be opened.

Takes a run, gives text. Whatever others wrote stands in the markup of `finding_html`, and where Markdown would read on
inside it its signs are spelt as characters.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.answers.diff import DiffReport, QuestionDiff
from checker.answers.diff_plans import PlansHit
from checker.answers.diff_stating import Change, held_words
from checker.findings import Message, is_fatal, say
from checker.reports.diff_run import (
    DiffRun,
    admitted_words,
    compared_words,
    decided_words,
    direction_words,
    equivalent_words,
    plans_words,
    shares_words,
    told,
    unproved_words,
)
from checker.reports.finding_html import finding_body, inline
from checker.reports.lint_markdown import findings_markdown, lint_markdown
from checker.reports.lint_run import LintRun

MOST_CHANGES = 50
"""How many changes are written out: a comment on a pull request has an end."""
MOST_PLANS = 50
"""How many plans are named."""

_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "*[]~`\\"})


def diff_markdown(run: DiffRun) -> str:
    """Write the comment."""
    return "".join(f"{part}\n\n" for part in _parts(run)).rstrip("\n") + "\n"


def _parts(run: DiffRun) -> Iterator[str]:
    report, language = run.report, run.language
    if report is None:
        refused = lint_markdown(LintRun(None, stopping=run.stopping, texts=run.texts, asked=run.asked))
        yield refused.replace("lexport lint", "lexport diff", 1).rstrip("\n")
        return
    unread = report.plans is not None and is_fatal(report.plans.findings)
    outcome = say("failed") if run.failed or unread else say("passed")
    yield f"**lexport diff: {outcome.in_language(language)}**<br>{_said(compared_words(report), language)}"
    if any(each.changes for each in report.questions):
        yield _table(report, language)
    changes = [(each, change) for each in report.questions for change in each.changes]
    for _, change in changes[:MOST_CHANGES]:
        yield _details(change, run)
    if len(changes) > MOST_CHANGES:
        yield _said(say("changes that are not shown here: {number}", number=len(changes) - MOST_CHANGES), language)
    if report.plans is not None:
        yield _plans(report.plans, language)
        yield from findings_markdown(LintRun(None, stopping=report.plans.findings, texts=run.texts, asked=run.asked))
    unproved = (unproved_words(each) for each in told(report) if each.unproved)
    closing = (*unproved, *report.vocabulary, equivalent_words(report), admitted_words(report))
    yield "<br>\n".join(f"<sub>{_said(each, language)}</sub>" for each in closing if each)


def _table(report: DiffReport, language: str) -> str:
    """Give each question that changed a row: its verdict, and what turned into what."""
    heads = (say("question"), say("verdict"), say("before → now"))
    rows = [_row(each, language) for each in report.questions if each.changes]
    return "\n".join([f"| {' | '.join(_said(head, language) for head in heads)} |", "|---|---|---|", *rows])


def _row(question: QuestionDiff, language: str) -> str:
    turns = (
        f"{_plain(held_words(change.before).in_language(language))} → "
        f"{_plain(held_words(change.after).in_language(language))}"
        for change in question.changes
    )
    cells = (_plain(f"`{question.question}`"), _said(shares_words(question), language), "<br>".join(turns))
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _details(change: Change, run: DiffRun) -> str:
    language = run.language
    said = _said(change.finding.message, language).replace("<br>", " ")
    lines = [f"<details>\n<summary>{said}</summary>"]
    if (direction := direction_words(change)) is not None:
        lines.append(f"<p>{_said(direction, language)}</p>")
    if change.admitted is not None:
        lines.append(f"<p>{_said(say('admitted: {reason}', reason=change.admitted), language)}</p>")
    lines.append(finding_body(change.finding, LintRun(None, asked=run.asked), language))
    return "\n".join([*lines, "</details>"])


def _plans(plans: PlansHit, language: str) -> str:
    """List the plans with another verdict, each with what it was and is."""
    items = []
    for hit in plans.hit[:MOST_PLANS]:
        verdicts = (
            say(
                "{question}, {subject}: {before} → {after}",
                question=each.question,
                subject=each.subject,
                before=decided_words(each.before),
                after=decided_words(each.after),
            )
            for each in hit.verdicts
        )
        below = "<br>".join(_said(each, language) for each in verdicts)
        items.append(f"<li>{inline(f'`{hit.file}:{hit.line}` {hit.plan}')}<br>{below}</li>")
    if len(plans.hit) > MOST_PLANS:
        further = say("plans that are not shown here: {number}", number=len(plans.hit) - MOST_PLANS)
        items.append(f"<li>{_said(further, language)}</li>")
    head = f"<summary>{_said(plans_words(plans), language)}</summary>"
    return "\n".join(["<details>", head, f"<ul>{''.join(items)}</ul>", "</details>"])


def _said(message: Message, language: str) -> str:
    return _plain(message.in_language(language))


def _plain(text: str) -> str:
    return inline(text).translate(_SIGNS)
