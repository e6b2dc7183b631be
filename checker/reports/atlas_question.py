"""The page of a question in an atlas, as Markdown whose sections are HTML: what is asked, who answers, what is silent.

Takes the record of a page, gives text; each section is a function of its own, and one with nothing to say is left out.
Needs no script. Whatever others wrote is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.answers.atlas import FOUND, MEANT, PARTIAL, PROVED, UNKNOWN, Expected, QuestionPage, every
from checker.answers.table import Table
from checker.answers.verdict_map import VerdictMap
from checker.reports.ask_cards import type_words
from checker.reports.atlas_labels import atlas_words
from checker.reports.atlas_markup import (
    Address,
    atlas,
    bullets,
    code,
    dated,
    definitions,
    heading,
    linked,
    marked_down,
    named,
    table,
)
from checker.reports.citations import place_words
from checker.reports.effect_words import said_words as answer_words
from checker.reports.finding_html import escaped, finding_body, inline
from checker.reports.labels import Labels
from checker.reports.lint_run import LintRun
from checker.reports.map_html import map_html
from checker.reports.table_html import table_html
from checker.reports.timeline_html import timeline_body
from checker.reports.timeline_svg import timeline_svg
from checker.reports.tree_html import tree_html
from checker.reports.tree_words import days_words, ranked, said_words
from checker.rulebook.condition_words import condition_words
from checker.rulebook.model import ALWAYS, Question, Rulebook
from checker.uses.trees import TreeProvision

MOST_UNFOLDED = 12
"""So many rows of a decision table lie open."""

_RUN = LintRun(None)
Section = tuple[str, str]
"""The heading of a section, and what stands in it; without anything in it there is no section."""


def question_page(book: Rulebook, page: QuestionPage, language: str, address: Address) -> str:
    """Write the page of a question."""
    label = atlas_words(language)
    sections = (
        ("asked", _asked(page, label, address)),
        ("provisions", _provisions(book, page, label, address)),
        ("tree", _tree(page, label, language, address)),
        ("map", _map(page, language)),
        ("timeline", _timeline(page, label, language)),
        ("table", _table(page.table, label, language)),
        ("gaps", _gaps(page, label, language, address)),
        ("points", _points(page, address)),
        ("scenarios", _scenarios(page, label, address)),
    )
    return written(page.question.title or page.question.name, sections, label)


def written(title: str, sections: Iterable[Section], label: Labels) -> str:
    """Write a page: its title, and its sections under the headings the labels have for them."""
    parts = [f"# {marked_down(title)}"]
    for name, content in sections:
        if content:
            parts += [heading(label[f"section.{name}"]), atlas(content)]
    return "\n\n".join(parts) + "\n"


def questions_page(book: Rulebook, language: str, address: Address) -> str:
    """Write the page that lists all questions."""
    label = atlas_words(language)
    rows = []
    for question in book.questions.values():
        number = sum(question.name in provision.questions for provision in book.provisions.values())
        asked = label[f"form.{question.form}"].format(about=question.about.label if question.about else "")
        rows.append([named("question", question.name, address), escaped(question.title or ""), asked, str(number)])
    heads = [label["column.question"], label["column.title"], label["card.form"], label["card.provisions"]]
    title = label["page.questions"]
    return f"# {title}\n\n{atlas(table(title, heads, [(None, rows)]))}\n"


def _asked(page: QuestionPage, label: Labels, address: Address) -> str:
    question = page.question
    tested = label["list"].join(named("question", name, address) for name in page.tests)
    about = question.about.label if question.about else ""
    each = {"list": question.list, "variable": question.variable}
    scope = label["scope.every"] if question.scope == ALWAYS else code(condition_words(question.scope))
    governed = (code(fact.label) for fact in question.governed_by)
    is_total = question.total and question.silence is None
    rows: list[tuple[str, list[str]]] = [
        (label["column.question"], [label["list"].join(code(name) for name in question.names)]),
        (label["card.form"], [escaped(label[f"form.{question.form}"].format(about=about))]),
        (label["card.type"], [escaped(type_words(question.answers, label))] if question.answers else []),
        (label["card.each"], [escaped(label["scope.each"].format(**each))] if question.list else []),
        (label["asked.when"], [scope]),
        (label["card.governed-by"], [label["or-else"].join(governed)] if question.governed_by else []),
        (label["asked.tests"], [tested] if tested else []),
        (label["card.silence"], _meant(question, label)),
        (label["card.done"], [code(condition_words(question.done_when))] if question.done_when else []),
        (label["card.done-at"], [code(question.done_at.label)] if question.done_at else []),
        (label["asked.total"], [label["asked.total.yes" if is_total else "asked.total.no"]] * (not question.silence)),
        (label["card.at"], [_place(question.name, question.span.file, address)]),
    ]
    return definitions((head, texts) for head, texts in rows)


def _provisions(book: Rulebook, page: QuestionPage, label: Labels, address: Address) -> str:
    """Write all provisions that speak on the question, by rank and then by time."""
    speaking = [row for row in every(page.trees) if row.speaks]
    if not speaking:
        return f"<p>{label['tree.none']}</p>"
    ranks = {name: document.rank for name, document in book.documents.items()}
    speaking.sort(key=lambda row: (_last(ranks[row.provision.document]), row.since))
    heads = [label[f"column.{name}"] for name in ("provision", "says", "source", "window")]
    bodies = (
        (
            escaped(rank or label["tree.unranked"]),
            [_provision(row, page.question.name, label, address) for row in rows],
        )
        for rank, rows in ranked(book, speaking)
    )
    return table(label["section.provisions"], heads, bodies)


def _last(rank: int | None) -> tuple[bool, int]:
    return rank is None, rank or 0


def _provision(row: TreeProvision, question: str, label: Labels, address: Address) -> list[str]:
    title = f"<br>{escaped(row.provision.title)}" if row.provision.title else ""
    cited, replaced = row.provision.cites[0], row.provision.replaces
    locator = replaced.locator if replaced else cited.locator
    place = place_words(locator.text, row.wording.standing if replaced else cited.standing, label)
    return [
        named("declared", row.provision.name, address) + title,
        "<br>".join(escaped(text) for text in said_words(row, question, label)),
        f"{named('document', row.wording.name, address)}<br>{escaped(place)}",
        dated(days_words(row, label)),
    ]


def _tree(page: QuestionPage, label: Labels, language: str, address: Address) -> str:
    """Write the trees of what something is aimed at; the others stand in the list of provisions."""
    aimed = tuple(row for row in page.trees if row.below)
    if not page.trees:
        return ""
    if not aimed:
        return f"<p>{label['tree.alone']}</p>"
    rest = f"<p>{label['tree.others']}</p>" if len(aimed) < len(page.trees) else ""
    return tree_html(page.question, aimed, language, address) + rest


def _map(page: QuestionPage, language: str) -> str:
    """Draw the map; without one say why."""
    if isinstance(page.map, VerdictMap):
        return map_html(page.map, language)
    return "".join(f"<p>{inline(finding.message.in_language(language))}</p>" for finding in page.map)


def _table(table: Table, label: Labels, language: str) -> str:
    """Write the decision table; one that fills many screens is folded."""
    written = table_html(table, language)
    if len(table.rows) <= MOST_UNFOLDED:
        return written
    summary = label["table.folded"].format(number=len(table.rows))
    return f"<details><summary>{summary}</summary>\n{written}\n</details>"


def _timeline(page: QuestionPage, label: Labels, language: str) -> str:
    """Draw the timeline and tell it date by date, below the headings of the page."""
    if page.timeline.given_up:
        return f"<p>{label['drawn.not']}</p>"
    body = timeline_body(page.timeline, language)
    for level in (3, 2):
        body = body.replace(f"<h{level}>", f"<h{level + 1}>").replace(f"</h{level}>", f"</h{level + 1}>")
    return timeline_svg(page.timeline, language) + body


def _gaps(page: QuestionPage, label: Labels, language: str, address: Address) -> str:
    question = page.question
    if page.silence == MEANT:
        said = "; ".join(_meant(question, label))
        return f"<p>{label['gaps.meant'].format(said=said)}</p>"
    if page.gap is not None and page.silence == FOUND:
        parts = [f"<p>{inline(page.gap.message.in_language(language))}</p>", finding_body(page.gap, _RUN, language)]
    else:
        parts = [f"<p>{label[{PARTIAL: 'gaps.partial', UNKNOWN: 'gaps.unknown'}.get(page.silence, 'gaps.none')]}</p>"]
    if page.tests and page.silence == PROVED:
        parts.append(f"<p>{label['gaps.tested']}</p>")
    if page.known_gaps:
        items = (
            f"{named('declared', gap.name, address)} {escaped(gap.because)}{_condition(condition_words(gap.condition))}"
            for gap in page.known_gaps
        )
        parts.append(f"<h3>{label['gaps.record']}</h3>{bullets(items)}")
    return "\n".join(parts)


def _condition(words: str) -> str:
    return f"<br>{code(words)}"


def _points(page: QuestionPage, address: Address) -> str:
    if not page.points:
        return ""
    names = ((named("declared", p.name, address), named("declared", p.subject, address)) for p in page.points)
    return bullets(
        f"{name} ({subject}) {escaped(point.because)}"
        for (name, subject), point in zip(names, page.points, strict=True)
    )


def _scenarios(page: QuestionPage, label: Labels, address: Address) -> str:
    if not page.scenarios:
        return ""
    heads = [label["column.plan"], label["column.verdict"]]
    rows = ([_scenario(one, address), _expected(one, label)] for one in page.scenarios)
    further = f"<p>{label['scenarios.further'].format(number=page.further)}</p>" if page.further else ""
    return table(label["section.scenarios"], heads, [(None, rows)]) + further


def _scenario(one: Expected, address: Address) -> str:
    subject = "" if one.subject == "plan" else f" @ {one.subject}"
    return linked(escaped(one.plan), address("file", one.file)) + escaped(subject)


def _expected(one: Expected, label: Labels) -> str:
    words = label["list"].join(label[f"verdict.{word}"] for word in one.words)
    answers = label["list"].join(one.answers)
    return escaped(label["pause"].join(part for part in (words, answers) if part))


def _meant(question: Question, label: Labels) -> list[str]:
    return [escaped(answer_words(question.silence, question.name, label))] if question.silence else []


def _place(name: str, file: str, address: Address) -> str:
    return linked(code(file), address("declared", name))
