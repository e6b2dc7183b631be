"""Provisions that say nothing another one does not say (R104): the same twice, or a part of what the other says.

Compared is where provisions apply, windows included, and what they say there, bearer and period included. That
something is taken out or beaten there is another matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from checker.findings import Finding, Message, Related, Severity, both, say
from checker.logic import Law, Resolution
from checker.logic.area import Area, Found
from checker.logic.horizon import Maps
from checker.logic.searching import each_provision
from checker.regions import Region
from checker.rulebook.model import Facts, LeftTo, Provision, Said

_Spoken = Callable[[str], dict[Said, Region]]
"""Gives what a provision says on a question, and where it applies and says it."""
_Covered = Callable[[str, str], tuple[str, ...]]
"""Gives, on a question, those that say all a provision says."""


def find_subsumed(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through the pairs of provisions one of which says no more, on some questions; of equal ones each pair once.

    What takes something out that the other does not is of use all the same, and not told.
    """
    if law.impossible(Facts({}, {})):
        return
    spoken = cache(lambda question: cache(partial(_spoken, law, maps(question))))
    covered = cache(lambda question, name: _subsuming(law, maps(question), spoken(question), name))
    yield from each_provision(law, maps, "R104", partial(_subsumed, law, maps, covered))


def _subsumed(law: Law, maps: Maps, covered: _Covered, provision: Provision) -> Iterator[Found]:
    name, pairs = provision.name, dict[str, list[str]]()
    for question in provision.questions:
        for other in covered(question, name):
            pairs.setdefault(other, []).append(question)
    for other, questions in pairs.items():
        wider = law.book.provisions[other]
        are_equal = all(name in covered(question, other) for question in questions)
        if not _strikes_alone(provision, wider) and not (are_equal and provision.span < wider.span):
            yield _found(law, maps, (provision, wider), questions, are_equal)


def subsuming(law: Law, resolution: Resolution, name: str) -> tuple[str, ...]:
    """Return the provisions that say on a question all that a provision says there, wherever that applies.

    Such a provision binds, is of equal or higher rank, and neither hangs on the other nor the other on it.
    """
    return _subsuming(law, resolution, partial(_spoken, law, resolution), name)


def _subsuming(law: Law, resolution: Resolution, spoken: _Spoken, name: str) -> tuple[str, ...]:
    rank, case = law.precedence.rank, resolution.case
    if not any(case.happens(region) for region in spoken(name).values()):
        return ()
    return tuple(
        p.name
        for p in resolution.speakers
        if p.name != name
        and rank(p.name) <= rank(name)
        and not _are_tied(p, law.book.provisions[name])
        and all(case.is_within(region, spoken(p.name).get(said, ())) for said, region in spoken(name).items())
    )


def _spoken(law: Law, resolution: Resolution, name: str) -> dict[Said, Region]:
    case, network = resolution.case, resolution.question.network
    question = resolution.question.question.name
    said: list[tuple[Said, tuple[str, ...]]] = [
        (claim.answer, ("claim", name, question, str(claim.number)))
        for claim in resolution.claims
        if claim.provision == name
    ]
    for power in network.powers:
        if power.provision == name and law.book.documents[law.book.provisions[name].document].binding:
            said.append((LeftTo(power.role), ("power", name, str(power.number))))
    applied = case.both(resolution.applicable(name), resolution.asked) if said else ()
    found: dict[Said, list[Region]] = {}
    for what, unit in said:
        found.setdefault(what, []).append(case.both(applied, resolution.unit(*unit)))
    return {what: case.either(regions) for what, regions in found.items()}


def _are_tied(one: Provision, two: Provision) -> bool:
    """Tell whether one of two provisions is an exception or proviso to the other."""
    ties = ((p.relation, other.name) for p, other in ((one, two), (two, one)))
    return any(r is not None and r.form != "override" and r.target == name for r, name in ties)


def _strikes_alone(provision: Provision, other: Provision) -> bool:
    """Tell whether a provision takes out, or goes before, what another one leaves."""
    mine, theirs = provision.relation, other.relation
    if mine is None or mine.form == "proviso":
        return False
    return theirs is None or (mine.form, mine.target) != (theirs.form, theirs.target)


def _found(law: Law, maps: Maps, pair: tuple[Provision, Provision], questions: list[str], are_equal: bool) -> Found:
    provision, wider = pair
    is_higher = law.precedence.rank(wider.name) < law.precedence.rank(provision.name)
    finding = Finding(
        "R104",
        _message(pair, questions, are_equal),
        provision.span,
        help=say("leave one of them out, or mend the condition of one"),
        related=(Related(wider.span, say("`{provision}` says it as well", provision=wider.name)),),
        concerns=(provision.name, wider.name, *questions),
        weighed=Severity.INFO if is_higher else None,
    )
    alike = (provision.name, wider.name) if are_equal else ()
    return Found(finding, tuple(_areas(law, maps, provision.name, questions)), alike=alike)


def _message(pair: tuple[Provision, Provision], questions: list[str], are_equal: bool) -> Message:
    provision, wider = pair
    on = both(f"`{question}`" for question in questions)
    is_whole = set(questions) == set(provision.questions)
    if are_equal and is_whole and set(questions) == set(wider.questions):
        return say("`{provision}` and `{other}` say the same", provision=provision.name, other=wider.name)
    if are_equal:
        return say(
            "`{provision}` and `{other}` say the same on {questions}",
            provision=provision.name,
            other=wider.name,
            questions=on,
        )
    if is_whole:
        return say("`{provision}` says nothing that `{other}` does not say", provision=provision.name, other=wider.name)
    return say(
        "`{provision}` says nothing on {questions} that `{other}` does not say",
        provision=provision.name,
        questions=on,
        other=wider.name,
    )


def _areas(law: Law, maps: Maps, name: str, questions: list[str]) -> Iterator[Area]:
    for resolution in map(maps, questions):
        yield Area(resolution, resolution.case.either(_spoken(law, resolution, name).values()))
