"""Questions, recorded silences and facts aloud.

Takes names of what a rulebook declares; gives paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.reports.aloud.conditions import phrase
from checker.reports.aloud.effects import silence_words
from checker.reports.aloud.operands import Reader
from checker.reports.aloud.provisions import place_words
from checker.reports.aloud.sentences import Lines, fill, paragraph, say_phrase
from checker.reports.aloud.types import type_words
from checker.rulebook.model import KnownGap, OpenPoint, Question
from checker.syntax import nodes


def read_question(reader: Reader, name: str) -> Iterator[Lines]:
    """Read a question."""
    question, node = reader.material.book.questions[name], reader.material.questions[name]
    yield paragraph(reader.say("heading.question", name=reader.namer.reference(question.names, question.title)))
    inner = reader.under(reader.material.bindings_of((name,)))
    kinds = {type(clause) for clause in node.clauses}
    if nodes.ForEach not in kinds:
        yield paragraph(reader.say("for-plan"))
    if not {nodes.About, nodes.Answers} & kinds:
        yield paragraph(reader.say("deontic"))
    if nodes.Scope not in kinds:
        yield paragraph(reader.say("within.always"))
    for clause in node.clauses:
        if not isinstance(clause, nodes.Citation):
            yield _clause(inner, clause, question)
    cites = [place_words(reader, clause) for clause in node.clauses if isinstance(clause, nodes.Citation)]
    if cites:
        yield paragraph(reader.say("silence.cites", places=reader.namer.both(cites)))


def read_known_gap(reader: Reader, gap: KnownGap) -> Iterator[Lines]:
    """Read a silence on record."""
    node = reader.material.of(nodes.KnownGap, gap.name)
    assert isinstance(node, nodes.KnownGap)
    words = reader.namer.words
    yield paragraph(reader.say("heading.known-gap", name=reader.namer.reference(gap.names, None)))
    questions = reader.namer.questions(gap.questions)
    if node.condition is None:
        yield paragraph(reader.say("known-gap", questions=questions))
    else:
        inner = reader.under(reader.material.bindings_of(gap.questions))
        condition = say_phrase(phrase(inner, node.condition), words)
        yield fill(words["known-gap.if"], questions=questions, condition=condition)
    yield paragraph(reader.say("because", because=reader.namer.quoted(node.because.value)))
    if node.cites:
        places = reader.namer.both(place_words(reader, clause) for clause in node.cites)
        yield paragraph(reader.say("cited", places=places))


def read_open_point(reader: Reader, point: OpenPoint) -> Iterator[Lines]:
    """Read a vagueness on record."""
    yield paragraph(reader.say("heading.open-point", name=reader.namer.reference(point.names, None)))
    because = reader.namer.quoted(point.because)
    if point.subject in reader.material.book.provisions:
        subject = reader.namer.provision(point.subject)
        yield paragraph(reader.say("open-point", subject=subject, because=because))
    else:
        subject = reader.namer.question(point.subject)
        yield paragraph(reader.say("open-point.question", subject=subject, because=because))


def _clause(reader: Reader, clause: nodes.QuestionClause, question: Question) -> Lines:
    words = reader.namer.words
    match clause:
        case nodes.Scope(condition=condition) | nodes.DoneWhen(condition=condition):
            key = "within" if isinstance(clause, nodes.Scope) else "done-when"
            return fill(words[key], condition=say_phrase(phrase(reader, condition), words))
        case nodes.Citation():
            raise AssertionError("citations are read in a sentence of their own")
        case _:
            return paragraph(_sentence(reader, clause, question))


def _sentence(
    reader: Reader,
    clause: nodes.ForEach
    | nodes.About
    | nodes.Answers
    | nodes.GovernedBy
    | nodes.Silence
    | nodes.DoneAt
    | nodes.Choices
    | nodes.UniformAcross
    | nodes.Totality,
    question: Question,
) -> str:
    match clause:
        case nodes.ForEach(variable=variable, list=over):
            return reader.say("for-each", variable=reader.variable(variable), list=reader.list(over))
        case nodes.About(fact=fact):
            return reader.say("about", about=reader.operand(fact))
        case nodes.Answers(type=asked, collecting=collecting):
            return reader.say("collects" if collecting else "answers", type=type_words(reader, asked))
        case nodes.GovernedBy(paths=paths):
            return reader.say("governed-by", date=_first_given(reader, paths))
        case nodes.Silence(answer=answer):
            return reader.say("silence", answer=silence_words(reader, answer, question))
        case nodes.DoneAt(fact=fact):
            return reader.say("done-at", date=reader.operand(fact))
        case nodes.Choices(facts=facts):
            return reader.say("choices", facts=_each(reader, facts))
        case nodes.UniformAcross(facts=facts):
            return reader.say("uniform", facts=_each(reader, facts))
        case nodes.Totality(total=total):
            return reader.say("total" if total else "partial")


def _first_given(reader: Reader, paths: Iterable[nodes.Path]) -> str:
    first, *others = paths
    words = reader.operand(first)
    return reader.say("governed-by.else", date=words, other=_first_given(reader, others)) if others else words


def _each(reader: Reader, facts: Iterable[nodes.Path]) -> str:
    return reader.namer.both(reader.operand(fact) for fact in facts)
