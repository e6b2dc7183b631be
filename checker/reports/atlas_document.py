"""The page of a document in an atlas, as Markdown whose sections are HTML: what it provides, what became of it.

Takes the record of a page, gives text; one section with nothing to say is left out. Needs no script. Whatever others
wrote is escaped.
"""

from __future__ import annotations

from checker.answers.atlas import Atlas, DocumentPage, Event
from checker.reports.atlas_labels import atlas_words
from checker.reports.atlas_markup import (
    Address,
    atlas,
    code,
    dated,
    definitions,
    heading,
    linked,
    named,
    scrolling,
    table,
)
from checker.reports.atlas_question import written
from checker.reports.citations import DOT, locator_words, titled
from checker.reports.finding_html import escaped
from checker.reports.graph_svg import graph_list, graph_svg
from checker.reports.labels import Labels
from checker.reports.tree_words import days_words, said_words, source_words
from checker.rulebook.condition_words import condition_words
from checker.rulebook.days import write_day
from checker.rulebook.model import ALWAYS, Document, Rulebook


def document_page(book: Rulebook, page: DocumentPage, language: str, address: Address) -> str:
    """Write the page of a document."""
    label = atlas_words(language)
    sections = (
        ("known", _known(page, label, address)),
        ("history", _history(page, label, address)),
        ("provides", _provides(page, label, address)),
        ("ties", _ties(book, page, label, language, address)),
    )
    return written(page.document.title or page.document.name, sections, label)


def documents_page(shown: Atlas, language: str, address: Address) -> str:
    """Write the page of all documents, in the order of time, and what they are to one another."""
    label = atlas_words(language)
    book, citations = shown.book, shown.citations
    rows = []
    for name in citations.documents:
        document = book.documents[name]
        days = _window(document, shown.document(name).ended)
        standing = _standing(document, label)
        rows.append([named("document", name, address), escaped(document.title or ""), days, escaped(standing)])
    heads = [label[f"column.{name}"] for name in ("document", "title", "window")] + [label["card.standing"]]
    title = label["page.documents"]
    drawn = scrolling(graph_svg(book, citations, language), label["graph.title"])
    return "\n\n".join(
        [
            f"# {title}",
            atlas(table(title, heads, [(None, rows)])),
            heading(label["section.graph"]),
            atlas(drawn if citations.references else "", graph_list(citations, language, address)),
        ]
    )


def _known(page: DocumentPage, label: Labels, address: Address) -> str:
    document = page.document
    force = [("practice", document.practice), ("officers", document.binds_officers)]
    applies = [] if document.applies_when == ALWAYS else [code(condition_words(document.applies_when))]
    place = linked(code(document.span.file), address("declared", document.name))
    rows: list[tuple[str, list[str]]] = [
        (label["column.document"], [label["list"].join(code(name) for name in document.names)]),
        (label["card.rank"], _given(document.rank_name)),
        (label["card.issuer"], _given(document.issuer)),
        (label["card.number"], _given(document.number)),
        (label["column.window"], [_window(document, page.ended)]),
        (label["card.standing"], _given(_standing(document, label))),
        (label["card.source"], _given(document.source)),
        (label["card.force"], [label[f"force.{kind}"] for kind, holds in force if holds]),
        (label["card.applies"], applies),
        (label["card.items"], _given(label["list"].join(_runs(document.items)))),
        (label["card.left-out"], [_left_out(left.items, left.because, label) for left in page.left_out]),
        (label["card.gaps"], [_gap(gap.name, gap.because, address) for gap in page.known_gaps]),
        (label["card.at"], [place]),
    ]
    return definitions(rows)


def _history(page: DocumentPage, label: Labels, address: Address) -> str:
    rows = ([dated(write_day(event.day)), _event(event, label, address)] for event in page.history)
    heads = [label["column.day"], label["column.what"]]
    return table(label["section.history"], heads, [(None, rows)])


def _event(event: Event, label: Labels, address: Address) -> str:
    other = "" if event.other is None else named("document", event.other, address)
    provision = "" if event.provision is None else named("declared", event.provision, address)
    what = escaped(locator_words(event.place.text, label)) or label["ended.whole"]
    return label[f"history.{event.form}"].format(what=what, by=other, target=other, provision=provision)


def _provides(page: DocumentPage, label: Labels, address: Address) -> str:
    heads = [label[f"column.{name}"] for name in ("provision", "says", "source", "window")]
    bodies = [
        (
            f"{named('question', question.name, address)} {escaped(question.title or '')}",
            [
                [
                    named("declared", row.provision.name, address),
                    "<br>".join(escaped(text) for text in said_words(row, question.name, label)),
                    escaped(source_words(row, label)),
                    dated(days_words(row, label)),
                ]
                for row in rows
            ],
        )
        for question, rows in page.provides
    ]
    return table(label["section.provides"], heads, bodies) if bodies else f"<p>{label['provides.none']}</p>"


def _ties(book: Rulebook, page: DocumentPage, label: Labels, language: str, address: Address) -> str:
    if not page.citations.references:
        return ""
    name = page.document.name
    drawn = graph_svg(book, page.citations, language, around=name)
    return scrolling(drawn, escaped(label["graph.around"].format(name=name))) + graph_list(
        page.citations, language, address
    )


def _window(document: Document, ended: int | None) -> str:
    begin = write_day(document.in_force)
    if document.in_force_latest is not None:
        begin = f"{begin} / {write_day(document.in_force_latest)}"
    return dated(f"{begin} – {'' if ended is None else write_day(ended)}")


def _standing(document: Document, label: Labels) -> str:
    known = label.get(f"standing.{document.standing}", document.standing)
    return DOT.join(part for part in (known, document.standing_reason) if part)


def _left_out(items: tuple[tuple[int, int], ...], because: str, label: Labels) -> str:
    runs = label["list"].join(_runs(items))
    what = "unit.item" if runs.isdigit() else "known.items"
    return escaped(titled(label[what].format(number=runs, items=runs), because, label))


def _gap(name: str, because: str, address: Address) -> str:
    return f"{named('declared', name, address)} {escaped(because)}"


def _runs(items: tuple[tuple[int, int], ...]) -> list[str]:
    return [f"{low}" if low == high else f"{low}–{high}" for low, high in items]


def _given(text: str | None) -> list[str]:
    return [escaped(text)] if text else []
