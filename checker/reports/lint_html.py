"""What a linter found, as one page of HTML that needs nothing else: no script, no other file, any width, light or dark.

Takes a run, gives the page. How a single finding is written says `finding_html`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.findings import Finding, Message, say
from checker.reports.finding_html import escaped, finding_body, inline
from checker.reports.findings_text import languages, written
from checker.reports.html_page import LANG
from checker.reports.lint_html_style import STYLE
from checker.reports.lint_run import (
    LintRun,
    baseline_words,
    found_words,
    looked_at_words,
    on_record_words,
    on_request_words,
)
from checker.rulebook.days import write_day


def lint_html(run: LintRun) -> str:
    """Write the page, with a line break at the end."""
    return "\n".join(_Page(run).lines()) + "\n"


class _Page:
    """Writes a run part by part."""

    def __init__(self, run: LintRun) -> None:
        self._run = run
        report = run.report
        self._known = report.baseline.known if report and report.baseline else ()
        told = (*run.findings, *self._known)
        self._spoken = dict(zip(told, languages(told, run.texts, run.asked), strict=True))

    def lines(self) -> Iterator[str]:
        run = self._run
        title = f"lexport lint: {escaped(run.report.rulebook)}" if run.report else "lexport lint"
        yield "<!DOCTYPE html>"
        yield f'<html lang="{LANG[run.language]}">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="color-scheme" content="light dark">'
        yield f"<title>{title}</title>"
        yield f"<style>{STYLE}</style>"
        yield "</head>"
        yield "<body>"
        yield "<header>"
        yield f"<h1>{title}</h1>"
        yield from self._outcome()
        yield "</header>"
        yield "<main>"
        yield from self._sections()
        yield from self._further()
        yield "</main>"
        yield from self._footer()
        yield "</body>"
        yield "</html>"

    def _outcome(self) -> Iterator[str]:
        report = self._run.report
        outcome, kind = (say("failed"), "failed") if self._run.failed else (say("passed"), "passed")
        said = say("nothing was looked at") if report is None else found_words(report)
        yield f'<p class="{kind}"><strong>{self._said(outcome)}</strong>: {self._said(said)}</p>'
        if report is not None and (compared := baseline_words(report)):
            yield f"<p>{self._said(compared)}</p>"
        if report is not None and (further := on_request_words(report)):
            yield f"<p>{self._said(further)}</p>"

    def _sections(self) -> Iterator[str]:
        """Write a section for each question with findings, then the rulebook's own, then what was clean."""
        run = self._run
        for question in (*run.questions, None):
            found = [finding for finding in run.findings if run.question_of(finding) == question]
            if found:
                heading = f"<code>{escaped(question)}</code>" if question else self._said(say("rulebook"))
                yield from self._section(heading, found)
        clean = [q for q in run.questions if q not in map(run.question_of, run.findings)]
        if clean:
            names = ", ".join(f"<code>{escaped(question)}</code>" for question in clean)
            yield f"<section><h2>{self._said(say('questions on which nothing was found'))}</h2><p>{names}</p></section>"

    def _section(self, heading: str, found: list[Finding]) -> Iterator[str]:
        numbers = {finding: number for number, finding in enumerate(self._run.findings, 1)}
        yield f"<section><h2>{heading}</h2>"
        yield f"<table><thead><tr>{self._heads(say('weight'), say('id'), say('place'), say('finding in words'))}"
        yield "</tr></thead><tbody>"
        for finding in found:
            link = f'<a href="#f{numbers[finding]}">{finding.id}</a>'
            place = f"<code>{escaped(str(finding.span))}</code>" if finding.span else ""
            yield f"<tr>{self._weight(finding)}<td>{link}</td><td>{place}</td>{self._sentence(finding, 'td')}</tr>"
        yield "</tbody></table>"
        for finding in found:
            yield from self._article(finding, f"f{numbers[finding]}")
        yield "</section>"

    def _article(self, finding: Finding, anchor: str) -> Iterator[str]:
        language = self._spoken[finding]
        yield f'<article id="{anchor}" class="{finding.severity.value}" lang="{LANG[language]}">'
        yield f"<h3>{finding.severity.value} {finding.id}: {inline(finding.message.in_language(language))}</h3>"
        yield finding_body(finding, self._run, language)
        yield "</article>"

    def _further(self) -> Iterator[str]:
        """Write what was found and counts for nothing: known from before, or allowed."""
        report = self._run.report
        if report is None:
            return
        if self._known:
            yield f"<section><h2>{self._said(say('known from before'))}</h2><ul>"
            for finding in self._known:
                yield f"<li>{finding.id} {self._sentence(finding, 'span')}</li>"
            yield "</ul></section>"
        if report.allowed:
            heads = self._heads(say("id"), say("place"), say("because"), say("until"))
            yield f"<section><h2>{self._said(say('allowed'))}</h2><table><thead><tr>{heads}</tr></thead><tbody>"
            for each in report.allowed:
                until = "" if each.by.until is None else write_day(each.by.until)
                cells = (each.finding.id, str(each.by.span), each.by.because, until)
                yield f"<tr>{''.join(f'<td>{escaped(cell)}</td>' for cell in cells)}</tr>"
            yield "</tbody></table></section>"

    def _footer(self) -> Iterator[str]:
        report = self._run.report
        if report is not None:
            yield f"<footer><p>{self._said(looked_at_words(report))}</p><p>{self._said(on_record_words(report))}</p>"
            yield f"<p><code>{escaped(report.digest)}</code></p></footer>"

    def _heads(self, *heads: Message) -> str:
        return "".join(f'<th scope="col">{self._said(head)}</th>' for head in heads)

    def _weight(self, finding: Finding) -> str:
        return f'<td class="{finding.severity.value}">{finding.severity.value}</td>'

    def _sentence(self, finding: Finding, tag: str) -> str:
        language = self._spoken[finding]
        return f'<{tag} lang="{LANG[language]}">{inline(finding.message.in_language(language))}</{tag}>'

    def _said(self, message: Message) -> str:
        return inline(written(message, self._run.language))
