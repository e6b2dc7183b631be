"""`lexport lint`: what is wrong, doubtful or idle in a rulebook, whatever any plan says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

from checker.cli.files import excerpts
from checker.cli.output import text_width, write
from checker.cli.rulebook_option import format_option, open_rulebook, refuse, rulebook_options, settings
from checker.findings import Finding, Severity, is_fatal


@click.command("lint")
@rulebook_options
@format_option
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    help="Exit 1 from this severity on; lexport.yaml sets the default, else error.",
)
def command(rules: str | None, lang: str | None, form: str, fail_on: str | None) -> None:
    """Look through a rulebook for provisions no case reaches, facts and names nothing uses, texts out of force.

    What is right as it stands is allowed in the rules: `allow ID on NAME because "…"`. What ids weigh is set in
    lexport.yaml.

    Exit code 0: nothing found that weighs as much as --fail-on. 1: something is. 2: the rules could not be read.
    """
    from checker.answers.lint import lint
    from checker.project.statements import read_statements

    opened = open_rulebook(rules, lang, authoring=True)
    if opened.law is None or opened.folder is None:
        refuse(opened, opened.findings, form, refusal)
    if is_fatal(stopping := opened.law.findings()):
        refuse(opened, stopping, form, refusal)
    config, _, _ = settings()
    warned = (*opened.findings, *stopping)
    report = lint(opened.law, read_statements(opened.folder), warned, config.severity)
    threshold = Severity(fail_on or config.fail_on or Severity.ERROR)
    told = (*report.findings, *(allowed.finding for allowed in report.allowed))
    texts = excerpts(told, opened.root)
    if form == "json":
        from checker.reports.lint_json import lint_json

        write(lint_json(report, threshold, texts=texts, language=opened.asked))
    else:
        from checker.reports.lint_text import lint_text

        write(lint_text(report, texts, opened.asked, text_width()), opened.language)
    raise click.exceptions.Exit(1 if report.fails(threshold) else 0)


def refusal(findings: Iterable[Finding], texts: Mapping[str, str], language: str | None) -> str:
    """Write the document that says why nothing was looked at."""
    from checker.reports.lint_json import lint_json

    return lint_json(None, findings=findings, texts=texts, language=language)
