"""The timeline of a question as one page of HTML that needs nothing else: the picture, and the same date by date.

Takes a told timeline, gives the page: no script, no other file, any width, light or dark, on paper too.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.answers.timeline import Summary, ToldChange, ToldLine, ToldTimeline, ToldTurn
from checker.findings import Regions, say
from checker.reports.finding_html import escaped, inline
from checker.reports.html_page import html_page, said_html
from checker.reports.labels import words
from checker.reports.lint_html_style import STYLE
from checker.reports.region_words import region_lines
from checker.reports.timeline_svg import timeline_svg
from checker.reports.timeline_words import (
    change_words,
    line_words,
    reasons,
    summary_words,
    text_words,
    turn_words,
    weight_words,
)


def timeline_html(told: ToldTimeline, language: str) -> str:
    """Write the page of one question, with a line break at the end."""
    title = told.question if told.title is None else f"{told.question}: {told.title}"
    return html_page(title, STYLE, _body(told, language), language)


def summaries_html(summaries: tuple[Summary, ...], language: str) -> str:
    """Write the page that says how often each question is decided otherwise."""
    title = say("timelines").in_language(language)
    rows = (
        f'<tr><th scope="row"><code>{escaped(each.question)}</code></th><td>{escaped(each.title or "")}</td>'
        f"<td>{said_html(summary_words(each), language)}</td></tr>"
        for each in summaries
    )
    heads = (say("question"), say("what it asks"), say("dates"))
    head = "".join(f'<th scope="col">{said_html(each, language)}</th>' for each in heads)
    body = [f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"]
    return html_page(title, STYLE, body, language)


def timeline_body(told: ToldTimeline, language: str, level: int = 2) -> str:
    """Write what stands below the picture, without blank lines, so that it may stand in Markdown too.

    `level` is that of its first headings.
    """
    return "\n".join(line for each in told.lines for line in _line(each, language, level))


def _body(told: ToldTimeline, language: str) -> list[str]:
    if told.given_up:
        return [f"<p>{said_html(say('not worked out: that takes too much'), language)}</p>"]
    return [timeline_svg(told, language).rstrip("\n"), timeline_body(told, language)]


def _line(line: ToldLine, language: str, level: int) -> Iterator[str]:
    yield f"<h{level}>{said_html(line_words(line), language)}</h{level}>"
    if not line.turns:
        yield f"<p>{said_html(say('always decided alike'), language)}</p>"
    for turn in line.turns:
        yield f"<h{level + 1}>{escaped(turn.date)}</h{level + 1}>"
        yield from _turn(turn, language)


def _turn(turn: ToldTurn, language: str) -> Iterator[str]:
    if turn.texts:
        yield f"<ul>{''.join(f'<li>{said_html(text_words(text), language)}</li>' for text in turn.texts)}</ul>"
    yield from (f"<p>{said_html(said, language)}</p>" for said in turn_words(turn))
    for change in turn.changes:
        yield from _change(change, language)


def _change(change: ToldChange, language: str) -> Iterator[str]:
    label = words(language)
    weight = weight_words(change)
    brackets = "" if weight is None else label["in-brackets"].format(text=weight.in_language(language))
    yield f"<details><summary>{escaped(change_words(change, label) + brackets)}</summary>"
    yield from (f"<p>{said_html(reason, language)}</p>" for reason in reasons(change))
    yield from _regions(change.regions, language)
    yield "</details>"


def _regions(regions: Regions, language: str) -> Iterator[str]:
    """Write regions as a list, with what is said of each below it."""
    yield "<ul>"
    is_below = False
    for depth, text in region_lines("", (regions,), language):
        if depth and not is_below:
            yield "<li><ul>"
        if is_below and not depth:
            yield "</ul></li>"
        is_below = bool(depth)
        yield f"<li>{inline(text)}</li>"
    yield "</ul></li></ul>" if is_below else "</ul>"
