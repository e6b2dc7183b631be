"""Documents aloud: rank, issuer, days, how well the text is known, what ended it, what was left out.

Takes the name of a document; gives paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from checker.reports.aloud.conditions import phrase
from checker.reports.aloud.operands import Reader
from checker.reports.aloud.provisions import last_day, standing_words
from checker.reports.aloud.sentences import Lines, fill, paragraph, say_phrase
from checker.reports.citations import locator_words
from checker.syntax import nodes


def read_document(reader: Reader, name: str) -> Iterator[Lines]:
    """Read a document with what was done to it, and what was left out of it."""
    node = reader.material.documents[name]
    yield paragraph(reader.say("heading.document", name=reader.namer.document(name)))
    if node.title is not None:
        yield paragraph(reader.say("title", title=reader.namer.quoted(node.title.value)))
    for clause in node.clauses:
        yield _clause(reader, clause, name)
    for statement in reader.material.statements:
        match statement:
            case nodes.Repeal(targets=targets) if any(_is(reader, target.document, name) for target in targets):
                yield paragraph(_repeal(reader, statement))
            case nodes.NotEncoded(document=document) if _is(reader, document, name):
                yield paragraph(_not_encoded(reader, statement, name))


def _clause(reader: Reader, clause: nodes.DocumentClause, name: str) -> Lines:
    namer = reader.namer
    match clause:
        case nodes.Issued() | nodes.InForce() | nodes.Until():
            return paragraph(_days(reader, clause))
        case nodes.Rank(name=rank):
            return paragraph(reader.say("rank", rank=namer.rank(rank.text)))
        case nodes.Issuer(name=issuer):
            return paragraph(reader.say("issuer", issuer=namer.rank(issuer.text)))
        case nodes.NumberClause(value=number):
            return paragraph(reader.say("official-number", number=namer.quoted(number.value)))
        case nodes.Items(runs=runs):
            return paragraph(reader.say("items", items=_runs(reader, runs)))
        case nodes.Standing():
            return paragraph(reader.say("standing", standing=standing_words(reader, clause)))
        case nodes.Source(value=source):
            return paragraph(reader.say("source", source=namer.quoted(source.value)))
        case nodes.AppliesWhen(condition=condition):
            lines = say_phrase(phrase(reader, condition), namer.words)
            return fill(namer.words["applies-when"], document=namer.document(name), condition=lines)
        case nodes.Practice() | nodes.BindOfficers():
            return paragraph(reader.say("practice.none" if isinstance(clause, nodes.Practice) else "practice.officers"))


def _days(reader: Reader, clause: nodes.Issued | nodes.InForce | nodes.Until) -> str:
    namer = reader.namer
    match clause:
        case nodes.Issued(day=day, exact=exact):
            return reader.say("issued" if exact else "issued-by", day=namer.day(day.text))
        case nodes.InForce(day=day, latest=latest):
            days = reader.say("window.from", day=namer.day(day.text))
            if latest is not None:
                days = reader.say("window.band", day=namer.day(day.text), latest=namer.day(latest.text))
            return reader.say("in-force", days=days)
        case nodes.Until(day=day):
            return reader.say("until", day=last_day(reader, date.fromisoformat(day.text).toordinal()))


def _repeal(reader: Reader, repeal: nodes.Repeal) -> str:
    namer = reader.namer
    targets = namer.both(
        namer.place(reader.material.canonical(target.document, "document"), target.locator) for target in repeal.targets
    )
    place = namer.place(reader.material.canonical(repeal.by, "document"), repeal.locator)
    return reader.say("repeal", day=namer.day(repeal.day.text), target=targets, place=place)


def _not_encoded(reader: Reader, node: nodes.NotEncoded, name: str) -> str:
    if isinstance(node.items, nodes.Locator):
        items = locator_words(node.items.text, reader.namer.labels)
    else:
        items = reader.say("not-encoded.items", items=_runs(reader, node.items.runs))
    because = reader.namer.quoted(node.because.value)
    return reader.say("not-encoded", document=reader.namer.document(name), items=items, because=because)


def _runs(reader: Reader, runs: Iterable[tuple[int, int]]) -> str:
    return reader.namer.both(
        str(first) if first == last else reader.say("run", first=str(first), last=str(last)) for first, last in runs
    )


def _is(reader: Reader, document: nodes.Name, name: str) -> bool:
    return reader.material.canonical(document, "document") == name
