"""Provisions that could be one (R105): one answer, one citation, and cases that are equal but for one field.

Such a pair is one provision that names the values of that field together; in an ordered field what it names is one run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker.findings import Finding, Related, say
from checker.logic import Law, Resolution
from checker.logic.area import Area, Found
from checker.logic.horizon import Maps
from checker.logic.searching import each_provision
from checker.regions import Region, cylinder, restrict
from checker.rulebook.model import Citation, Condition, Facts, Locator, Provision, Said

_Text = tuple[str, Locator]


def find_mergeable(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through the pairs of provisions that could be one on every question they answer."""
    if law.impossible(Facts({}, {})):
        return
    later = dict(zip(law.book.provisions, _tails(tuple(law.book.provisions.values())), strict=True))
    yield from each_provision(law, maps, "R105", lambda one: _merging(law, maps, one, later[one.name]))


def _tails(provisions: Sequence[Provision]) -> Iterator[Sequence[Provision]]:
    return (provisions[number:] for number in range(1, len(provisions) + 1))


def _merging(law: Law, maps: Maps, one: Provision, others: Iterable[Provision]) -> Iterator[Found]:
    for two in others:
        if _are_alike(one, two):
            asked = [maps(question) for question in one.questions]
            if all(are_mergeable(law, resolution, one.name, two.name) for resolution in asked):
                yield _found(sorted((one, two), key=lambda p: p.span), asked)


def are_mergeable(law: Law, resolution: Resolution, one: str, two: str) -> bool:
    """Tell whether two provisions say the same by the same texts, in cases equal but for one field, contiguous there.

    One whose cases are all the other's too is left out: that is no more than what the other says.
    """
    provisions, case = law.book.provisions, resolution.case
    if not _are_alike(provisions[one], provisions[two]) or not law.book.documents[provisions[one].document].binding:
        return False
    left, right = (case.both(resolution.applicable(name), resolution.asked) for name in (one, two))
    if case.is_within(left, right) or case.is_within(right, left):
        return False
    return any(_differ_in(resolution, left, right, number) for number in case.dimensions)


def _are_alike(one: Provision, two: Provision) -> bool:
    """Tell whether all but the conditions of two provisions is one: texts, effects, what they yield to and hang on."""
    return (
        _texts(one.cites) == _texts(two.cites)
        and _effects(one) == _effects(two)
        and one.reserved == two.reserved
        and _aim(one) == _aim(two)
        and one.readings == two.readings
    )


def _texts(cites: tuple[Citation, ...]) -> set[_Text]:
    return {(citation.document, citation.locator) for citation in cites}


def _effects(provision: Provision) -> list[tuple[str, Condition, Said]]:
    return [(effect.question, effect.condition, effect.said) for effect in provision.effects]


def _aim(provision: Provision) -> tuple[str, str, tuple[str, ...]] | None:
    relation = provision.relation
    return None if relation is None else (relation.form, relation.target, relation.questions)


def _differ_in(resolution: Resolution, left: Region, right: Region, number: int) -> bool:
    """Tell whether each of two regions is a range of one field within what both are in all other fields."""
    case = resolution.case
    masks = [_mask(region, number) for region in (left, right)]
    if case.field(number).span is not None and not _is_run(masks[0] | masks[1]):
        return False
    wide = case.both(cylinder(case.space, (*left, *right), number), resolution.asked)
    return all(
        case.is_within(restrict(wide, number, mask), region) for mask, region in zip(masks, (left, right), strict=True)
    )


def _mask(region: Region, number: int) -> int:
    mask = 0
    for box in region:
        mask |= box[number]
    return mask


def _is_run(mask: int) -> bool:
    shifted = mask // (mask & -mask)
    return shifted & (shifted + 1) == 0


def _found(pair: list[Provision], asked: list[Resolution]) -> Found:
    first, second = pair
    message = say("`{provision}` and `{other}` could be one provision", provision=first.name, other=second.name)
    finding = Finding(
        "R105",
        message,
        second.span,
        help=say("write one provision whose condition names what both name"),
        related=(Related(first.span, say("the other is here")),),
        concerns=(second.name, first.name, *second.questions),
    )
    areas = tuple(_area(resolution, second.name) for resolution in asked)
    return Found(finding, areas, alike=(second.name, first.name))


def _area(resolution: Resolution, name: str) -> Area:
    return Area(resolution, resolution.case.both(resolution.applicable(name), resolution.asked))
