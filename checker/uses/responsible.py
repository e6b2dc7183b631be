"""Which provisions are responsible for a case being decided otherwise: those that fare otherwise, and how.

Takes a region as it lies before the one law and as it lies before the other; gives each provision that wins on either
side with what becomes of it on both. Must not know whether two rulebooks are compared or two days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec import Struct

from checker.logic.law import Law
from checker.logic.network import Claim
from checker.logic.resolution import Resolution
from checker.regions import Region
from checker.rulebook.condition_words import condition_words
from checker.rulebook.model import Document, Provision

WINS, LEAVES, TAKEN_OUT, YIELDS, BEATEN = "wins", "leaves", "taken-out", "yields", "beaten"
APPLIES, SILENT, ENDED, ABSENT = "applies", "not-applicable", "not-in-force", "absent"


class Fate(Struct, frozen=True):
    """What becomes of a provision in some cases.

    `how`: it `wins`, `leaves` the case to a role, is `taken-out`, `yields`, is `beaten` by a `principle`, `applies` and
    says nothing here, is `not-applicable`, `not-in-force`, or `absent` from the rulebook. `by` are the provisions that
    did it, or the role.
    """

    how: str
    by: tuple[str, ...] = ()
    principle: str | None = None


class Party(Struct, frozen=True):
    """A provision that decides a case before or after; `reworded`: it is there in both, and says something else."""

    provision: str
    before: tuple[Fate, ...]
    after: tuple[Fate, ...]
    reworded: bool = False


@dataclass(frozen=True, eq=False)
class Sight:
    """Cases as one law sees them: a region of its map of a question."""

    law: Law
    resolution: Resolution
    region: Region


def find_responsible(before: Sight, after: Sight) -> tuple[Party, ...]:
    """Name the provisions to which a difference is owed, in the order of their names.

    Those that fare otherwise or say something else, and what they hang on if it does; where there are none, all that
    decide. Raises TooManyBoxesError.
    """
    names = sorted({*_deciding(before), *_deciding(after)})
    found = [_party(name, before, after) for name in names]
    changed = {party.provision: party for party in found if _is_changed(party)}
    changed.update(_bases(changed, before, after))
    return tuple(changed[name] for name in sorted(changed)) or tuple(found)


def _is_changed(party: Party) -> bool:
    return party.reworded or party.before != party.after


def _bases(names: Iterable[str], before: Sight, after: Sight) -> dict[str, Party]:
    """Give what provisions hang on, and that on what it hangs, as far as it fares otherwise."""
    found: dict[str, Party] = {}
    left = [*names]
    while left:
        name = left.pop()
        for book in (before.law.book, after.law.book):
            relation = book.provisions[name].relation if name in book.provisions else None
            if relation is not None and relation.form != "override" and relation.target not in found:
                party = _party(relation.target, before, after)
                if _is_changed(party):
                    found[party.provision] = party
                    left.append(party.provision)
    return found


def find_recorded(sight: Sight) -> tuple[str, ...]:
    """Name the silences on record that cover some of the cases. Raises TooManyBoxesError."""
    resolution = sight.resolution
    name = resolution.question.question.name
    return tuple(
        gap.name
        for gap in sight.law.book.known_gaps
        if name in gap.questions and resolution.case.meets(resolution.unit("gap", gap.name), sight.region)
    )


def _party(name: str, before: Sight, after: Sight) -> Party:
    was, now = (tuple(_fates(name, sight)) for sight in (before, after))
    return Party(name, was, now, _is_reworded(name, before.law, after.law))


def _deciding(sight: Sight) -> Iterator[str]:
    resolution, case = sight.resolution, sight.resolution.case
    for claim in resolution.claims:
        if case.meets(resolution.wins[claim.provision, claim.number], sight.region):
            yield claim.provision
    yield from (name for name, _ in _powers(sight))


def _powers(sight: Sight) -> Iterator[tuple[str, str]]:
    """Go through the binding provisions that leave cases to a role, with the role."""
    for power, region in sight.resolution.powers():
        if sight.resolution.case.meets(region, sight.region):
            yield power.provision, power.role


def _fates(name: str, sight: Sight) -> Iterator[Fate]:
    if name not in sight.law.book.provisions:
        yield Fate(ABSENT)
        return
    resolution = sight.resolution
    found = [fate for claim in resolution.claims if claim.provision == name for fate in _of_claim(claim, sight)]
    found += [Fate(LEAVES, (role,)) for power, role in _powers(sight) if power == name]
    yield from _joined(found or _beside(name, sight))


def _beside(name: str, sight: Sight) -> list[Fate]:
    """Say what becomes of a provision that answers nothing here: others may still hang on it."""
    resolution, case = sight.resolution, sight.resolution.case
    if not _is_in_force(name, sight):
        return [Fate(ENDED)]
    if not case.meets(resolution.applicable(name), sight.region):
        return [Fate(SILENT)]
    aimed = resolution.question.network.attackers
    struck = [
        Fate(TAKEN_OUT, (attacker,))
        for question in sight.law.book.provisions[name].questions
        if (name, question) in aimed
        for attacker in resolution.attackers(name, question)
        if case.meets(case.both(resolution.attack(attacker, name, question), resolution.applicable(name)), sight.region)
    ]
    return struck or [Fate(APPLIES)]


def _is_in_force(name: str, sight: Sight) -> bool:
    resolution = sight.resolution
    if name not in resolution.question.existing:
        return False
    return resolution.case.meets(resolution.unit("window", name), sight.region)


def _of_claim(claim: Claim, sight: Sight) -> Iterator[Fate]:
    resolution, case, region = sight.resolution, sight.resolution.case, sight.region
    if case.meets(resolution.wins[claim.provision, claim.number], region):
        yield Fate(WINS)
    for attacker, struck in resolution.taken_out(claim):
        if case.meets(struck, region):
            yield Fate(TAKEN_OUT, (attacker,))
    for other, met in resolution.yields_to(claim):
        if case.meets(met, region):
            yield Fate(YIELDS, (other.provision,))
    for other, principles, met in resolution.beaten_by(claim):
        if case.meets(met, region):
            yield from (Fate(BEATEN, (other.provision,), principle) for principle in principles)


def _joined(fates: Iterable[Fate]) -> tuple[Fate, ...]:
    """Put what was done in one way together."""
    by: dict[tuple[str, str | None], dict[str, None]] = {}
    for fate in fates:
        by.setdefault((fate.how, fate.principle), {}).update(dict.fromkeys(fate.by))
    return tuple(Fate(how, tuple(names), principle) for (how, principle), names in by.items())


def _is_reworded(name: str, before: Law, after: Law) -> bool:
    if before is after or not all(name in law.book.provisions for law in (before, after)):
        return False
    one, other = (law.book.provisions[name] for law in (before, after))
    return _said(one) != _said(other) or _text(before.book.documents[one.document]) != _text(
        after.book.documents[other.document]
    )


def _said(provision: Provision) -> tuple[object, ...]:
    """Return all that decides what a provision does, without its place; conditions by their words, codes by name."""
    relation = provision.relation
    return (
        provision.document,
        provision.since,
        provision.until,
        provision.reserved,
        None if relation is None else (relation.form, relation.target, relation.questions),
        tuple((reading.name, reading.chosen) for reading in provision.readings),
        condition_words(provision.condition),
        tuple((effect.question, condition_words(effect.condition), effect.said) for effect in provision.effects),
    )


def _text(document: Document) -> tuple[object, ...]:
    """Return all of a document that decides what its provisions do."""
    return (
        document.rank_name,
        document.issuer,
        document.issued,
        document.in_force,
        document.in_force_latest,
        document.until,
        condition_words(document.applies_when),
        document.binding,
    )
