"""A finding as a piece of HTML: its sentence, where it stands, its regions, what helps.

Takes findings and a run; gives markup without blank lines, so that it may stand in Markdown too. Whatever others wrote
is escaped, and what stands between backticks is code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from checker.findings import Finding, Message, Regions, Span, StatedRegion, say
from checker.reports.findings_text import written
from checker.reports.lint_run import LintRun
from checker.reports.region_words import (
    condition,
    edge_words,
    example_words,
    instance_words,
    opening_words,
    own_remarks,
    region_words,
    shared_remarks,
    total_words,
)
from checker.texts import visible

_CODE = re.compile(r"`([^`]*)`")


def inline(text: str) -> str:
    """Write a sentence: escaped, what stands between backticks as code, its lines below one another."""
    marked = _CODE.sub(r"<code>\1</code>", escaped(text))
    return marked.replace("\n", "<br>")


def escaped(text: str) -> str:
    """Escape a text for elements and for attributes; what nobody sees becomes an escape that is seen."""
    return escape(visible(text), quote=True)


def finding_body(finding: Finding, run: LintRun, language: str) -> str:
    """Write what there is to a finding beyond its sentence, element by element, each on its line."""
    return "\n".join(_body(finding, run, language))


def _body(finding: Finding, run: LintRun, language: str) -> Iterator[str]:
    if finding.span is not None and (excerpt := _excerpt(finding.span, run)):
        yield excerpt
    for regions in finding.regions:
        yield from _regions(finding.id, regions, run, language, several=len(finding.regions) > 1)
    if run.state(finding) == "partly-new":
        yield _paragraph(say("some of its cases are known from the baseline"), language)
    if finding.related:
        places = (f"<li><code>{escaped(str(r.span))}</code> {_said(r.message, language)}</li>" for r in finding.related)
        yield f"<ul>{''.join(places)}</ul>"
    if finding.help is not None:
        yield _paragraph(finding.help, language)


def _excerpt(span: Span, run: LintRun) -> str | None:
    """Give the line a finding points into, with what it points at marked."""
    lines = run.texts.get(span.file, "").split("\n")
    if span.line > len(lines) or not lines[span.line - 1].strip():
        return None
    line = lines[span.line - 1]
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    before, marked, after = line[: span.column - 1], line[span.column - 1 : end], line[end:]
    shown = f"{escaped(before.lstrip())}<mark>{escaped(marked)}</mark>{escaped(after)}"
    return f"<pre>{shown}</pre>"


def _regions(id_: str, regions: Regions, run: LintRun, language: str, *, several: bool) -> Iterator[str]:
    opening = opening_words(id_, regions, several=several)
    if opening is not None:
        yield f"<p>{_said(opening, language)}:</p>"
    shared = shared_remarks(regions)
    yield from (_paragraph(remark, language) for remark in shared)
    yield "<ul>"
    for number, stated in enumerate(regions.shown, 1):
        below = _below(id_, stated, own_remarks(stated, shared), run, language)
        yield f"<li>{_condition(region_words(number, stated), stated, language)}{''.join(below)}</li>"
    yield "</ul>"
    if (one := regions.example) is not None:
        below = _below(id_, one, one.remarks, run, language)
        yield f"<ul><li>{_condition(instance_words(id_, one), one, language)}{''.join(below)}</li></ul>"
    totals = list(total_words(id_, regions))
    if totals:
        yield f"<p>{'; '.join(_said(total, language) for total in totals)}</p>"


def _condition(label: Message, stated: StatedRegion, language: str) -> str:
    said = condition(stated)
    shown = _said(say("every case that is asked about"), language) if said is None else f"<code>{escaped(said)}</code>"
    return f"<span>{_said(label, language)}</span>: {shown}"


def _below(id_: str, stated: StatedRegion, remarks: tuple[Message, ...], run: LintRun, language: str) -> Iterator[str]:
    edges = edge_words(stated, language)
    told = [f"{_said(say('edges'), language)}: {inline(edges)}"] if edges else []
    told += [_said(remark, language) for remark in remarks]
    if told:
        yield f"<ul>{''.join(f'<li>{line}</li>' for line in told)}</ul>"
    witness = stated.witness
    if witness is not None:
        file = example_words(id_, stated, run.scenarios, language) if (id_, stated) in run.scenarios else None
        name = f" <code>{escaped(file)}</code>" if file else ""
        # A blank line would end the markup where this stands in Markdown.
        plan = "\n".join(line for line in escaped(witness.text).split("\n") if line.strip())
        yield f"<details><summary>{_said(say('example'), language)}{name}</summary><pre>{plan}</pre></details>"


def _paragraph(message: Message, language: str) -> str:
    return f"<p>{_said(message, language)}</p>"


def _said(message: Message, language: str) -> str:
    return inline(written(message, language))
