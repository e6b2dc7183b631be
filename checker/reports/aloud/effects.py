"""Effects aloud: what a provision says on each question, and tables row by row.

Takes effects as they were written; gives lines. `apply` names the provision whose effects it takes.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from checker.reports.aloud.conditions import condition_in_one_line, phrase, verdict_words
from checker.reports.aloud.operands import Reader
from checker.reports.aloud.sentences import Line, Lines, fill, listed, say_phrase
from checker.rulebook.effects import IN_A_ROW
from checker.rulebook.model import Question, ValueType
from checker.syntax import nodes

_ROW_WORDS = {"permit": "permitted", "forbid": "forbidden", "require": "required", "exempt": "not-required"}


def read_effects(reader: Reader, effects: Sequence[nodes.Effect]) -> Lines:
    """Read all effects of a provision, several as a list."""
    said = [_effect(reader, effect) for effect in effects]
    if len(said) == 1:
        return said[0]
    return listed(reader.say("effects"), said, reader.namer.words, reader.namer.words["item-and"])


def _effect(reader: Reader, effect: nodes.Effect) -> Lines:
    if isinstance(effect, nodes.Apply):
        name = reader.material.canonical(effect.provision, "provision")
        return (Line(reader.say("apply", provision=reader.namer.provision(name))),)
    name = reader.material.canonical(effect.question, "question")
    asking = reader.under(reader.material.bindings_of((name,)))
    question = reader.material.book.questions[name]
    if isinstance(effect, nodes.Table):
        return _table(asking, effect, question)
    said = _noted(asking, _said(asking, effect, question), effect.tails)
    return fill(reader.namer.words["effect"], question=reader.namer.question(name), said=said)


def _said(
    reader: Reader, effect: nodes.Rule | nodes.Decide | nodes.DecideBetween | nodes.Leave, question: Question
) -> Lines:
    match effect:
        case nodes.Rule():
            return _rule(reader, effect, question)
        case nodes.Decide(value=value):
            return (Line(reader.say("decide", value=reader.value(value, question.answers))),)
        case nodes.DecideBetween(low=low, high=high, of=whole):
            if low.unit is None and reader.namer.language == "zh":
                low = replace(low, unit=high.unit)
            ends = {"low": reader.operand(low), "high": reader.operand(high)}
            if whole is None:
                return (Line(reader.say("decide.between", **ends)),)
            return (Line(reader.say("decide.share", whole=reader.operand(whole), **ends)),)
        case nodes.Leave(role=role):
            text = reader.say("leave.open") if role is None else reader.say("leave", role=reader.namer.role(role.text))
            return (Line(text),)


def _rule(reader: Reader, rule: nodes.Rule, question: Question) -> Lines:
    """Read what is permitted, forbidden or required with who bears it and by when, then what holds otherwise."""
    words = reader.namer.words
    values = rule.values if rule.value is None else (rule.value,)
    if rule.only_if is not None:
        said = _borne(reader, words[rule.modality], rule.tails)
        pause = "" if said == words[rule.modality] else words["only-if.pause"]
        condition = say_phrase(phrase(reader, rule.only_if), words)
        return fill(words[f"{rule.modality}.only-if"], said=said + pause, condition=condition)
    if values is None or question.about is None:
        return (Line(_borne(reader, words[rule.modality], rule.tails)),)
    met = question.about.type
    chosen = [reader.value(value, met) for value in values]
    form = "only-in" if rule.exclusive else "in"
    if rule.modality == "require":
        form = "is"
    about = reader.operand(_about(reader, question))
    said = reader.say(f"{rule.modality}.{form}", about=about, values=reader.namer.either(chosen))
    said = _borne(reader, said, rule.tails)
    return (Line(said if form == "in" else reader.say("else-forbidden", said=said)),)


def _about(reader: Reader, question: Question) -> nodes.Path:
    """Return the fact a question is about, as it was written there."""
    clauses = reader.material.questions[question.name].clauses
    return next(clause.fact for clause in clauses if isinstance(clause, nodes.About))


def _borne(reader: Reader, said: str, tails: Sequence[nodes.Tail]) -> str:
    """Add who bears a duty and by when."""
    for tail in tails:
        match tail:
            case nodes.By(role=role):
                said = reader.say("tail.by", said=said, role=reader.namer.role(role.text))
            case nodes.Period():
                said = reader.say("tail.when", said=said, period=reader.period(tail))
    return said


def _noted(reader: Reader, said: Lines, tails: Sequence[nodes.Tail]) -> Lines:
    """Add what is noted of all that an effect says."""
    for tail in tails:
        if isinstance(tail, nodes.Note):
            said = fill(reader.namer.words["tail.note"], said=said, note=reader.namer.quoted(tail.value.value))
    return said


def _table(reader: Reader, table: nodes.Table, question: Question) -> Lines:
    words = reader.namer.words
    facts = reader.namer.both(reader.deciding(fact) for fact in table.facts)
    key = "table.in-order" if table.in_order else "table"
    lead = reader.say(key, question=reader.namer.question(question.name), facts=facts)
    rows = [_row(reader, table, row, question) for row in table.rows]
    return listed(lead, [(Line(row),) for row in rows], words)


def _row(reader: Reader, table: nodes.Table, row: nodes.TableRow, question: Question) -> str:
    told = [
        _told(reader, fact, cell)
        for fact, cell in zip(table.facts, row.cells, strict=True)
        if not isinstance(cell, nodes.AnyCell)
    ]
    answer = _answer(reader, row.answer, question)
    if told:
        return reader.say("row", cells=reader.say("cell.and").join(told), answer=answer)
    return reader.say("row.else" if table.in_order and len(table.rows) > 1 else "row.any", answer=answer)


def _told(reader: Reader, fact: nodes.Path, cell: nodes.Cell) -> str:
    """Say what a cell tests, of something true or false as conditions do."""
    met = reader.type_of(fact)
    if isinstance(cell, nodes.Truth) or (isinstance(cell, nodes.Path) and reader.is_truth(met, cell.text)):
        return condition_in_one_line(reader, nodes.Compare(cell.span, "is", fact, cell))
    return reader.say("cell.is", fact=reader.deciding(fact), value=_cell(reader, cell, met))


def _cell(reader: Reader, cell: nodes.Cell, met: ValueType | None) -> str:
    match cell:
        case nodes.SetCell(values=values):
            return reader.namer.either(reader.value(value, met, below=True) for value in values)
        case nodes.RangeCell(low=low, high=high):
            return reader.say("cell.range", low=reader.operand(low, met), high=reader.operand(high, met))
        case nodes.AnyCell():
            return ""
        case _:
            return reader.value(cell, met, below=True)


def _answer(reader: Reader, answer: nodes.Operand, question: Question) -> str:
    if question.answers is None and isinstance(answer, nodes.Path) and answer.text in IN_A_ROW:
        return reader.say(f"row.{_ROW_WORDS.get(answer.text, answer.text)}")
    return reader.value(answer, question.answers)


def silence_words(reader: Reader, answer: nodes.Path | nodes.Literal, question: Question) -> str:
    """Say what silence means."""
    if question.answers is None and isinstance(answer, nodes.Path):
        return reader.namer.quoted(verdict_words(answer.text, reader.namer.labels))
    return reader.value(answer, question.answers)


def taken(reader: Reader, effects: Sequence[nodes.Effect]) -> list[str]:
    """List the provisions whose effects are taken, by canonical name."""
    return [reader.material.canonical(e.provision, "provision") for e in effects if isinstance(e, nodes.Apply)]
