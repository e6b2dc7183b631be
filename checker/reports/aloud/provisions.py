"""Provisions aloud: on which text each rests and when, if what then what, and how it stands to others.

Takes the name of a provision; gives paragraphs. Clauses that an `under` block lends are read as the provision's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from checker.logic.windows import Timeline
from checker.reports.aloud.conditions import phrase
from checker.reports.aloud.effects import read_effects, taken
from checker.reports.aloud.operands import Reader
from checker.reports.aloud.sentences import Joined, Lines, Phrase, fill, paragraph, say_phrase
from checker.rulebook.model import Provision
from checker.rulebook.outlines import Outline, RelationNode
from checker.syntax import nodes

LAST = timedelta(days=1)


def read_provision(reader: Reader, name: str) -> Iterator[Lines]:
    """Read a provision."""
    provision, outline = reader.material.book.provisions[name], reader.material.outlines[name]
    yield paragraph(reader.say("heading.provision", name=reader.namer.reference(provision.names, provision.title)))
    inner = reader.under(reader.material.bindings_of(reader.material.ties.needs[name]))
    first = outline.every(nodes.Citation)[0]
    effects = read_effects(inner, outline.node.effects)
    condition = _condition(inner, outline)
    key = "rule" if condition is None else "rule.if"
    yield _ended(
        inner,
        fill(
            inner.namer.words[key],
            place=place_words(inner, first),
            window=reader.say("window", days=window_words(inner, provision)),
            condition=() if condition is None else say_phrase(condition, inner.namer.words),
            effects=effects,
        ),
    )
    yield from _applied(inner, outline)
    yield from _document(inner, provision)
    for sentence in (*_header(inner, outline), *_citations(inner, outline)):
        yield paragraph(sentence)


def place_words(reader: Reader, clause: nodes.Citation | nodes.Replaces | nodes.AuthorisedBy) -> str:
    """Say which place of which document a clause names."""
    return reader.namer.place(reader.material.canonical(clause.document, "document"), clause.locator)


def standing_words(reader: Reader, standing: nodes.Standing) -> str:
    """Say how well a text is known."""
    word = reader.namer.labels[f"standing.{standing.word.text}"]
    if standing.reason is None:
        return word
    return reader.say("because.standing", standing=word, reason=reader.namer.quoted(standing.reason.value))


def last_day(reader: Reader, until: int) -> str:
    """Say the last day on which something holds that ends before a day."""
    return reader.namer.day((date.fromordinal(until) - LAST).isoformat())


def window_words(reader: Reader, provision: Provision) -> str:
    """Say when a provision is in force, by its own words and all that ends it."""
    timeline = Timeline(reader.material.book, None)
    begin, end = timeline.days(provision)
    latest = timeline.wording(provision).in_force_latest
    day = reader.namer.ordinal(begin)
    words = reader.say("window.from", day=day)
    if latest is not None and latest > begin:
        words = reader.say("window.band", day=day, latest=reader.namer.ordinal(latest))
    return words if end is None else reader.say("window.until", **{"from": words}, day=last_day(reader, end))


def _condition(reader: Reader, outline: Outline) -> Phrase | None:
    """Join the conditions of a provision and of what is around it, the outermost first."""
    clauses = [clause.condition for clause in reversed(outline.every(nodes.When))]
    if not clauses:
        return None
    if len(clauses) == 1:
        return phrase(reader, clauses[0])
    parts = [part for clause in clauses for part in (clause.parts if isinstance(clause, nodes.And) else (clause,))]
    return Joined(True, tuple(phrase(reader, part) for part in parts))


def _applied(reader: Reader, outline: Outline) -> Iterator[Lines]:
    """Read what the provisions say whose effects are taken, each once."""
    left = taken(reader, outline.node.effects)
    read: set[str] = set()
    while left:
        name = left.pop(0)
        if name in read:
            continue
        read.add(name)
        node = reader.material.outlines[name].node
        effects = read_effects(reader, node.effects)
        template = reader.namer.words["apply.that-is"]
        yield fill(template, provision=reader.namer.provision(name), effects=effects)
        left += taken(reader, node.effects)


def _document(reader: Reader, provision: Provision) -> Iterator[Lines]:
    """Read what the document adds to each of its provisions: its condition, and that it binds nobody."""
    document = reader.material.book.documents[provision.document]
    for clause in reader.material.documents[document.name].clauses:
        match clause:
            case nodes.AppliesWhen(condition=condition):
                condition_lines = say_phrase(phrase(reader.under(()), condition), reader.namer.words)
                template = reader.namer.words["applies-when"]
                yield fill(template, document=reader.namer.document(document.name), condition=condition_lines)
            case nodes.Practice():
                yield paragraph(reader.say("practice.none"))
            case nodes.BindOfficers():
                yield paragraph(reader.say("practice.officers"))


def _header(reader: Reader, outline: Outline) -> Iterator[str]:
    seen: set[str] = set()
    for clause in (*outline.node.clauses, *outline.lent):
        if isinstance(clause, nodes.Reading):
            if clause.name.text in seen:
                continue
            seen.add(clause.name.text)
        elif isinstance(clause, nodes.When | nodes.Citation) or outline.first(type(clause)) is not clause:
            continue
        yield _clause(reader, clause)


def _clause(reader: Reader, clause: nodes.HeaderClause) -> str:
    namer = reader.namer
    match clause:
        case nodes.ExceptionTo() | nodes.ProvisoTo() | nodes.Overrides():
            return _relation(reader, clause)
        case nodes.From(day=day):
            return reader.say("own.from", day=namer.day(day.text))
        case nodes.Until(day=day):
            return reader.say("own.until", day=last_day(reader, date.fromisoformat(day.text).toordinal()))
        case nodes.Replaces(provision=replaced):
            words = {"provision": _provision(reader, replaced), "place": place_words(reader, clause)}
            return reader.say("replaces", **words)
        case nodes.Reservation(ranks=ranks):
            if not ranks:
                return reader.say("yields")
            return reader.say("yields.ranks", ranks=namer.either(namer.rank(rank.text) for rank in ranks))
        case nodes.AuthorisedBy():
            return reader.say("power", place=place_words(reader, clause))
        case nodes.Reading(name=name, value=text, chosen=chosen):
            key = "reading" if chosen else "reading.else"
            return reader.say(key, name=namer.quoted(name.text), text=namer.quoted(text.value))
        case nodes.When() | nodes.Citation():
            raise AssertionError("conditions and citations are read in sentences of their own")


def _relation(reader: Reader, clause: RelationNode) -> str:
    base = _provision(reader, clause.provision)
    match clause:
        case nodes.ExceptionTo(questions=()):
            return reader.say("exception", provision=base)
        case nodes.ExceptionTo(questions=questions):
            names = (reader.material.canonical(question, "question") for question in questions)
            return reader.say("exception.in", provision=base, questions=reader.namer.questions(names))
        case nodes.ProvisoTo():
            return reader.say("proviso", provision=base)
        case nodes.Overrides(because=because):
            return reader.say("overrides", provision=base, because=reader.namer.quoted(because.value))


def _citations(reader: Reader, outline: Outline) -> Iterator[str]:
    """Read the further citations, and how well the texts are known where a citation says so itself."""
    clauses = outline.every(nodes.Citation)
    if len(clauses) > 1:
        yield reader.say("cites.further", places=reader.namer.both(place_words(reader, c) for c in clauses[1:]))
    for clause in clauses:
        if clause.standing is not None:
            words = {"place": place_words(reader, clause), "standing": standing_words(reader, clause.standing)}
            yield reader.say("cites.standing", **words)


def _provision(reader: Reader, name: nodes.Name) -> str:
    return reader.namer.provision(reader.material.canonical(name, "provision"))


def _ended(reader: Reader, lines: Lines) -> Lines:
    """End a sentence."""
    return fill("{lines}" + reader.namer.words["sentence-end"], lines=lines)
