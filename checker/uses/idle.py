"""Exceptions and overrides that change nothing, and exceptions that leave nothing of their rule (R106).

An exception or override does two things: it takes out what it is aimed at, and it says something itself. Both are
thought away together; it stays what others hang on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from checker.findings import Finding, Related, both, say
from checker.logic import Law, Resolution
from checker.logic.area import Area, Found
from checker.logic.horizon import Maps
from checker.logic.removal import Without, beyond, changes
from checker.logic.searching import each_provision
from checker.regions import Region
from checker.rulebook.model import Facts, Provision


def find_idle(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through the exceptions and overrides that change nothing, and the exceptions that swallow their rules."""
    if law.impossible(Facts({}, {})):
        return
    yield from each_provision(law, maps, "R106", partial(_idle_or_swallowing, law, maps))


def _idle_or_swallowing(law: Law, maps: Maps, provision: Provision) -> Iterator[Found]:
    if provision.relation is None:
        return
    if is_idle(law, maps, provision.name):
        yield _idle(law, maps, provision, provision.relation.target)
    elif swallowed := [q for q in provision.relation.questions if swallows(law, maps(q), provision.name)]:
        yield _swallowing(law, maps, provision, provision.relation.target, swallowed)


def is_idle(law: Law, maps: Maps, name: str) -> bool:
    """Tell whether an exception or override applies in some case that is asked about, and changes nothing in any.

    Where a search was given up it may be taken to change something.
    """
    provision = law.book.provisions[name]
    if not _strikes(law, provision):
        return False
    touched = [question for question in law.book.questions if name in maps(question).question.network.members]
    applies = any(maps(q).case.meets(maps(q).applicable(name), maps(q).asked) for q in provision.questions)
    return applies and not any(
        changes(resolution, Without(resolution, name), _reach(resolution, name))
        for resolution in (*map(maps, touched), *beyond(law, maps, touched))
    )


def swallows(law: Law, resolution: Resolution, name: str) -> bool:
    """Tell whether an exception takes out its rule wherever that applies and the question is asked, and it does."""
    case, question = resolution.case, resolution.question.question.name
    provision = law.book.provisions[name]
    if not _strikes(law, provision) or provision.relation is None or question not in provision.relation.questions:
        return False
    rule = provision.relation.target
    region = case.both(resolution.applicable(rule), resolution.asked)
    return case.happens(region) and case.is_within(region, resolution.attack(name, rule, question))


def _strikes(law: Law, provision: Provision) -> bool:
    relation = provision.relation
    return relation is not None and relation.form != "proviso" and law.book.documents[provision.document].binding


def _reach(resolution: Resolution, name: str) -> Region:
    """Return where a provision stands on what a question hangs on, as far as that is asked: elsewhere it does nothing.

    It may bear on a question it does not speak on, through the proviso to what it takes out.
    """
    case, network = resolution.case, resolution.question.network
    struck = {question for (_, question), aimed in network.attackers.items() if name in aimed}
    own = resolution.question.question.name
    on = sorted(struck | ({own} if (name, own) in network.attackers else set()))
    return case.both(case.either(resolution.stands(name, question) for question in on), resolution.asked)


def _idle(law: Law, maps: Maps, provision: Provision, target: str) -> Found:
    name = provision.name
    if provision.relation is not None and provision.relation.form == "override":
        message = say("without the override `{provision}` no answer would change", provision=name)
    else:
        message = say("without the exception `{provision}` no answer would change", provision=name)
    aimed = Related(law.book.provisions[target].span, say("it is aimed at `{provision}`", provision=target))
    finding = Finding(
        "R106",
        message,
        provision.span,
        help=say("leave it out, or mend its condition or its answer"),
        related=(aimed,),
        concerns=(name, target, *provision.questions),
    )
    return Found(finding, tuple(_areas(maps, name, provision.questions)))


def _swallowing(law: Law, maps: Maps, provision: Provision, target: str, questions: list[str]) -> Found:
    message = say(
        "the exception `{provision}` leaves nothing of `{rule}` on {questions}",
        provision=provision.name,
        rule=target,
        questions=both(f"`{question}`" for question in questions),
    )
    rule = Related(law.book.provisions[target].span, say("this is the rule"))
    finding = Finding(
        "R106",
        message,
        provision.span,
        help=say("narrow the exception, or say when the rule is to have effect"),
        related=(rule,),
        concerns=(provision.name, target, *questions),
    )
    return Found(finding, tuple(_areas(maps, provision.name, questions)))


def _areas(maps: Maps, name: str, questions: Iterable[str]) -> Iterator[Area]:
    for resolution in map(maps, questions):
        region = resolution.case.both(resolution.applicable(name), resolution.asked)
        if resolution.case.happens(region):
            yield Area(resolution, region)
