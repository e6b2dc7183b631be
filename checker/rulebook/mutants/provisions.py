"""Slips in a provision: forgotten, a condition a little off, another answer, a day earlier or later, no reservation.

Takes a provision; gives its slips. A provision that is forgotten never applies, and with it what hangs on it; the
wording it replaced stays replaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from checker.findings import Message, Span, Spelled, say
from checker.rulebook.condition_words import condition_words
from checker.rulebook.conditions import conjunction
from checker.rulebook.model import NEVER, Conjunct, Effect, Negation, Provision, Rulebook
from checker.rulebook.mutants.answers import other_said, said_words
from checker.rulebook.mutants.conditions import Off, off
from checker.rulebook.mutants.dates import day_words, moved_windows
from checker.rulebook.mutants.mutant import NOTHING, Replacement, Slip, Words
from checker.syntax.keywords import spelled

_FORGOTTEN: Mapping[str, tuple[str, Message]] = {
    "exception": ("drop-exception", say("the exception")),
    "proviso": ("drop-proviso", say("the proviso")),
}


def provision_slips(book: Rulebook, provision: Provision) -> Iterator[Slip]:
    """Go through the slips in a provision."""
    yield from _forgotten(provision)
    yield from _in_conjuncts(book, provision)
    for group in _groups(provision.effects):
        yield from _in_effects(book, provision, group)
        yield from _flipped(book, provision, group)
    for keyword, day, moved, (since, until) in moved_windows(provision.since, provision.until):
        words = day_words(keyword, day), day_words(keyword, moved)
        yield _slip("move-date", provision, *words, replace(provision, since=since, until=until))
    if provision.reserved is not None:
        reserved = _reservation(book, provision.reserved)
        yield _slip("drop-reservation", provision, reserved, NOTHING, replace(provision, reserved=None))


def _reservation(book: Rulebook, ranks: tuple[int, ...]) -> Spelled:
    word, by = spelled("UNLESS_OTHERWISE_PROVIDED"), spelled("BY")
    if not ranks:
        return word
    names = [book.header.ranks[rank][0] for rank in ranks]
    return Spelled(f"{word.english} {by.english} {', '.join(names)}", f"{word.chinese} {by.chinese} {'、'.join(names)}")


def _slip(
    operator: str,
    provision: Provision,
    before: Words,
    after: Words,
    other: Provision,
    span: Span | None = None,
    *,
    compares: bool = False,
) -> Slip:
    change = Replacement(provisions=(other,))
    return Slip(operator, "provision", provision.name, span or provision.span, before, after, change, compares)


def _forgotten(provision: Provision) -> Iterator[Slip]:
    relation = provision.relation
    if relation is None or relation.form not in _FORGOTTEN:
        return
    operator, words = _FORGOTTEN[relation.form]
    never = Conjunct(NEVER, condition_words(NEVER), None, provision.span)
    other = replace(provision, condition=NEVER, conjuncts=(never,))
    yield _slip(operator, provision, words, NOTHING, other)


def _in_conjuncts(book: Rulebook, provision: Provision) -> Iterator[Slip]:
    for number, conjunct in enumerate(provision.conjuncts):
        rest = (*provision.conjuncts[:number], *provision.conjuncts[number + 1 :])
        other = replace(provision, conjuncts=rest, condition=conjunction(rest))
        yield _slip("drop-conjunct", provision, conjunct.text, NOTHING, other, conjunct.span, compares=True)
        for each in off(book, conjunct.condition):
            said = replace(conjunct, condition=each.whole, text=condition_words(each.whole))
            mended = (*provision.conjuncts[:number], said, *provision.conjuncts[number + 1 :])
            other = replace(provision, conjuncts=mended, condition=conjunction(mended))
            before, after = _words(each, conjunct)
            yield _slip(each.operator, provision, before, after, other, conjunct.span, compares=True)


def _words(each: Off, conjunct: Conjunct | None = None) -> tuple[Words, Words]:
    """Write a slip; of a whole conjunct, as its author wrote that."""
    whole = conjunct is not None and each.before == conjunct.condition and not isinstance(each.before, Negation)
    if conjunct is not None and whole and each.operator == "negate":
        return conjunct.text, f"not ({conjunct.text})"
    return condition_words(each.before), NOTHING if each.after is None else condition_words(each.after)


def _groups(effects: tuple[Effect, ...]) -> Iterator[tuple[int, ...]]:
    """Put together what was written as one: an effect, and the contrary where its condition does not hold."""
    taken: set[int] = set()
    for number, effect in enumerate(effects):
        if number in taken:
            continue
        contrary = next((n for n in range(number + 1, len(effects)) if _is_contrary(effect, effects[n])), None)
        group = (number,) if contrary is None else (number, contrary)
        taken.update(group)
        yield group


def _is_contrary(effect: Effect, other: Effect) -> bool:
    return (effect.question, effect.span, Negation(effect.condition)) == (other.question, other.span, other.condition)


def _in_effects(book: Rulebook, provision: Provision, group: tuple[int, ...]) -> Iterator[Slip]:
    """Go through the slips in the condition of an effect; the contrary has the contrary of it."""
    first = provision.effects[group[0]]
    for each in off(book, first.condition):
        conditions = (each.whole, Negation(each.whole))
        others = {n: replace(provision.effects[n], condition=c) for n, c in zip(group, conditions, strict=False)}
        yield _slip(each.operator, provision, *_words(each), _with_effects(provision, others), first.span)


def _flipped(book: Rulebook, provision: Provision, group: tuple[int, ...]) -> Iterator[Slip]:
    effects = {number: provision.effects[number] for number in group}
    others = {n: replace(e, said=other_said(book, book.questions[e.question], e.said)) for n, e in effects.items()}
    first, flipped = effects[group[0]], others[group[0]]
    if first.said != flipped.said:
        words = said_words(first.question, first.said), said_words(first.question, flipped.said)
        yield _slip("flip-effect", provision, *words, _with_effects(provision, others), first.span)


def _with_effects(provision: Provision, others: Mapping[int, Effect]) -> Provision:
    effects = (others.get(number, effect) for number, effect in enumerate(provision.effects))
    return replace(provision, effects=tuple(effects))
