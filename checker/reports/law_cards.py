"""Cards of provisions and documents: what a text says, where it stands, what is aimed at it and what ended it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from checker.reports.card import card, given, listed, window_words, written_at
from checker.reports.citations import DOT, document_words, locator_words, place_words, titled
from checker.reports.effect_words import effect_words
from checker.reports.labels import Labels, words
from checker.reports.layout import INDENT
from checker.rulebook.condition_words import condition_words
from checker.rulebook.days import write_day
from checker.rulebook.model import (
    ALWAYS,
    Conjunct,
    Document,
    Effect,
    Power,
    Provision,
    Reading,
    Repeal,
    Replacement,
    Rulebook,
)


def provision_card(book: Rulebook, provision: Provision, language: str, width: int) -> str:
    """Write a provision: its citations, its condition as its author wrote it, its effects, its exceptions."""
    label = words(language)
    relation, replaced = provision.relation, provision.replaces
    rows = [
        ("cites", list(_citations(book, provision, label))),
        ("window", window_words(provision.since, provision.until, label)),
        ("replaces", [_by_text(replaced.target, replaced, label)] if replaced else []),
        ("replaced", [DOT.join((new.name, by, day)) for new, by, day in _replacements(book, {provision.name}, label)]),
        ("yields", _yields(book, provision, label)),
        ("relation", _relation(provision, label)),
        ("because", given(relation.because if relation else None)),
        ("power", [_by_text(None, provision.power, label)] if provision.power else []),
        ("reading", [_reading(reading, label) for reading in provision.readings]),
        ("when", [_conjunct(part) for part in provision.conjuncts]),
        ("says", [text for effect in provision.effects for text in _effect(effect, label)]),
        ("against", against(book, provision.name, label)),
        written_at(provision.span),
    ]
    return card("provision", provision.names, provision.title, rows, language, width)


def document_card(book: Rulebook, document: Document, language: str, width: int) -> str:
    """Write a document: rank, issuer, days, how well it is known, what ended it, what it ended, its provisions."""
    label = words(language)
    day = write_day(document.issued)
    force = [("practice", document.practice), ("officers", document.binds_officers)]
    citing = (p.name for p in book.provisions.values() if document.name in {c.document for c in p.cites})
    rows = [
        ("rank", given(document.rank_name)),
        ("issuer", given(document.issuer)),
        ("number", given(document.number)),
        ("issued", [day if document.issued_exact else label["day.on-or-before"].format(day=day)]),
        ("in-force", [_in_force(document, label)]),
        ("ended", [_ended(repeal, label) for repeal in book.repeals if repeal.target == document.name]),
        ("amended", list(_amended(book, document, label))),
        ("ends", listed((r.target for r in book.repeals if r.by == document.name), label)),
        ("amends", listed(_amends(book, document), label)),
        ("items", listed(_runs(document.items), label)),
        ("left-out", list(_left_out(book, document, label))),
        ("standing", [DOT.join(_standing(document, label))]),
        ("source", given(document.source)),
        ("force", [label[f"force.{kind}"] for kind, holds in force if holds]),
        ("applies", [] if document.applies_when == ALWAYS else [condition_words(document.applies_when)]),
        ("provisions", listed(citing, label)),
        written_at(document.span),
    ]
    return card("document", document.names, document.title, rows, language, width)


def against(book: Rulebook, name: str, label: Labels) -> list[str]:
    """Draw the tree of what is aimed at a provision: exceptions, provisos, overrides, and theirs in turn."""
    lines = []
    for other in book.provisions.values():
        relation = other.relation
        if relation is not None and relation.target == name:
            questions = label["list"].join(relation.questions)
            lines.append(label[f"against.{relation.form}"].format(name=other.name, questions=questions))
            lines += [INDENT + line for line in against(book, other.name, label)]
    return lines


def _citations(book: Rulebook, provision: Provision, label: Labels) -> Iterator[str]:
    for cited in provision.cites:
        document = book.documents[cited.document]
        yield document_words(document.name, document.title, document.number, label)
        yield INDENT + place_words(cited.locator.text, cited.standing, label)


def _by_text(target: str | None, by: Replacement | Power, label: Labels) -> str:
    return DOT.join(part for part in (target, by.document, locator_words(by.locator.text, label)) if part)


def _yields(book: Rulebook, provision: Provision, label: Labels) -> list[str]:
    if provision.reserved is None:
        return []
    if not provision.reserved:
        return [label["yields.all"]]
    ranks = [name for index in provision.reserved for name in book.header.ranks[index]]
    return [label["yields.ranks"].format(ranks=label["list"].join(ranks))]


def _relation(provision: Provision, label: Labels) -> list[str]:
    relation = provision.relation
    if relation is None:
        return []
    questions = label["list"].join(relation.questions)
    return [label[f"relation.{relation.form}"].format(target=relation.target, questions=questions)]


def _reading(reading: Reading, label: Labels) -> str:
    name = reading.name if reading.chosen else label["reading.turned"].format(name=reading.name)
    return f"{name}{DOT}{reading.text}"


def _conjunct(part: Conjunct) -> str:
    return f"{part.name}: {part.text}" if part.name else part.text


def _effect(effect: Effect, label: Labels) -> list[str]:
    return [effect_words(effect, label), *([INDENT + effect.note] if effect.note else [])]


def _begins(document: Document, label: Labels) -> str:
    begin, latest = write_day(document.in_force), document.in_force_latest
    if latest is None:
        return label["day.from"].format(day=begin)
    return label["day.band"].format(day=begin, latest=write_day(latest))


def _in_force(document: Document, label: Labels) -> str:
    words = _begins(document, label)
    if document.until is not None:
        words += label["pause"] + label["day.until"].format(day=write_day(document.until))
    return words


def _ended(repeal: Repeal, label: Labels) -> str:
    what = locator_words(repeal.locator.text, label) or label["ended.whole"]
    return label["ended.by"].format(what=what, by=repeal.by, day=write_day(repeal.day))


def _replacements(book: Rulebook, names: Container[str], label: Labels) -> Iterator[tuple[Provision, str, str]]:
    """Go through what took the place of provisions, with the text by which it did, and since when."""
    for new in book.provisions.values():
        if new.replaces is not None and new.replaces.target in names:
            by = new.replaces.document
            begins = _begins(book.documents[by], label)
            since = begins if new.since is None else label["day.from"].format(day=write_day(new.since))
            yield new, by, since


def _amended(book: Rulebook, document: Document, label: Labels) -> Iterable[str]:
    """Tell which places of a document have another wording by another text, each once."""
    old = {p.name: p.cites[0].locator.text for p in book.provisions.values() if p.document == document.name}
    found = []
    for new, by, day in _replacements(book, old, label):
        if new.replaces is not None and by != document.name:
            place = locator_words(old[new.replaces.target], label)
            found.append(DOT.join(part for part in (place, by, day) if part))
    return dict.fromkeys(found)


def _amends(book: Rulebook, document: Document) -> Iterable[str]:
    """Name the documents that have another wording by this one, each once."""
    changes = (p.replaces for p in book.provisions.values() if p.replaces is not None)
    changed = (book.provisions[each.target].document for each in changes if each.document == document.name)
    return dict.fromkeys(name for name in changed if name != document.name)


def _left_out(book: Rulebook, document: Document, label: Labels) -> Iterator[str]:
    for left in book.not_encoded:
        if left.document == document.name:
            yield titled(label["list"].join(_runs(left.items)), left.because, label)


def _standing(document: Document, label: Labels) -> Iterator[str]:
    yield label.get(f"standing.{document.standing}", document.standing)
    yield from given(document.standing_reason)


def _runs(items: tuple[tuple[int, int], ...]) -> list[str]:
    return [f"{low}" if low == high else f"{low}-{high}" for low, high in items]
