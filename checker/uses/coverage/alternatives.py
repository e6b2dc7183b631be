"""The alternatives of a provision: what its author joined by `or`, each limb of an `any of`, each row of a table.

Takes a rulebook and its statements, which alone know where an alternative is written. What a definition joins stands
in the definition and is none of the provisions that use it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from checker.findings import Span
from checker.rulebook.model import ALWAYS, All, Condition, Negation, Provision, Rulebook, Some
from checker.syntax import nodes

Joining = nodes.And | nodes.Or | nodes.Not | nodes.Unless | nodes.Limbs


class Alternative(Struct, frozen=True):
    """One alternative: where it is written, what holds in it, and with it all that is joined to it by `and`.

    `part` is the number of the part of the provision's condition it stands in; None for one of its effects, which are
    said on `question`.
    """

    span: Span
    own: Condition
    whole: Condition
    part: int | None
    question: str | None = None


def alternatives(book: Rulebook, statements: Iterable[nodes.Statement]) -> Mapping[str, tuple[Alternative, ...]]:
    """Find the alternatives of every provision, in the order they are written in."""
    written: dict[Span, nodes.Node] = {}
    for node in nodes.walk(tuple(statements)):
        if isinstance(node, Joining):
            written.setdefault(node.span, node)
    return {name: tuple(_of(provision, written)) for name, provision in book.provisions.items()}


def _of(provision: Provision, written: Mapping[Span, nodes.Node]) -> Iterator[Alternative]:
    for number, conjunct in enumerate(provision.conjuncts):
        node, condition = written.get(conjunct.span), conjunct.condition
        if isinstance(condition, Negation) and not isinstance(node, nodes.Not):
            condition = condition.part  # what follows `unless` is written without a `not`
        for span, own, joined in _within(node, condition, ()):
            yield Alternative(span, own, All((*joined, own)), number)
    for effect in provision.effects:
        if effect.condition != ALWAYS:
            yield Alternative(effect.span, effect.condition, effect.condition, None, effect.question)


def _within(
    node: nodes.Node | None, condition: Condition, joined: tuple[Condition, ...]
) -> Iterator[tuple[Span, Condition, tuple[Condition, ...]]]:
    """Go through the alternatives in a condition, side by side with how it was written."""
    match node, condition:
        case (nodes.Or(parts=written), Some(parts)) | (nodes.Limbs(limbs=written, every=False), Some(parts)):
            for part, own in zip(written, parts, strict=True):
                yield part.span, own, joined
                yield from _within(_unlimbed(part), own, joined)
        case (nodes.And(parts=written), All(parts)) | (nodes.Limbs(limbs=written, every=True), All(parts)):
            for number, (part, own) in enumerate(zip(written, parts, strict=True)):
                others = (*parts[:number], *parts[number + 1 :])
                yield from _within(_unlimbed(part), own, (*joined, *others))
        case nodes.Unless(condition=first, excluded=second), All((held, Negation(excluded))):
            yield from _within(first, held, (*joined, Negation(excluded)))
            yield from _within(second, excluded, (*joined, held))
        case nodes.Not(part=part), Negation(own):
            yield from _within(part, own, joined)


def _unlimbed(node: nodes.Node) -> nodes.Node:
    return node.condition if isinstance(node, nodes.Limb) else node
