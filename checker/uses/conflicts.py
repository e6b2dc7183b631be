"""Where winners contradict one another and no principle decides between them (C101)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from checker.findings import Finding, Message, Related, both, row, say
from checker.logic import Law, Resolution
from checker.logic.area import Area, Found
from checker.logic.horizon import Maps
from checker.logic.network import Claim
from checker.logic.searching import each_question
from checker.logic.together import MOST_STEPS, Together
from checker.regions import Region
from checker.regions.joining import join
from checker.rulebook.model import Answer, Decided, Facts

Clashing = tuple[Claim, Claim, Region]
Spoken = Mapping[str, tuple[Claim, ...]]

_REASONS: Mapping[str, Message] = {
    "issuers": say("they are of one rank and their issuers differ"),
    "old-special": say("one is older, and more special"),
    "equal": say("they are of one day, and neither is special"),
}


def find_conflicts(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through the largest sets of provisions that contradict one another in some case, for each question.

    The areas of a question's findings together are all its conflicts. Where nothing can happen nothing is said.
    """
    if law.impossible(Facts({}, {})):
        return
    yield from each_question(law, maps, "C101", lambda question: _conflicts(law, maps(question.name)))


def conflict_region(resolution: Resolution) -> Region:
    """Return the cases in which winners clash."""
    return resolution.case.either(region for _, _, region in resolution.clashes())


def _conflicts(law: Law, resolution: Resolution) -> Iterator[Found]:
    case, clashes = resolution.case, tuple(resolution.clashes())
    if not clashes:
        return
    clashing: dict[str, list[Region]] = {}
    for one, two, region in clashes:
        clashing.setdefault(one.provision, []).append(region)
        clashing.setdefault(two.provision, []).append(region)
    names = sorted(clashing)
    together = Together(case, [_united(clashing[name]) for name in names])
    sets, are_all = together.largest(MOST_STEPS)
    found = [_found(law, resolution, clashes, [names[n] for n in members]) for members in sets]
    yield from found
    if not are_all:
        reported = case.either(area.region for each in found for area in each.areas)
        rest = case.without(case.either(region for _, _, region in clashes), reported)
        if case.happens(rest):
            yield _rest(law, resolution, names, rest)


def _united(regions: Iterable[Region]) -> Region:
    """Unite regions of very many boxes: whoever looks for those that lie in another one looks at all of them."""
    return join(tuple(chain.from_iterable(regions)))


def _found(law: Law, resolution: Resolution, clashes: Sequence[Clashing], names: list[str]) -> Found:
    book, question = law.book, resolution.question.question.name
    met = [clash for clash in clashes if clash[0].provision in names and clash[1].provision in names]
    among, area = [(one, two) for one, two, _ in met], _united(region for _, _, region in met)
    spoken = {name: _claims_of(name, among) for name in names}
    finding = Finding(
        "C101",
        _message(question, spoken, among, _undecided(law, among)),
        book.provisions[names[0]].span,
        label=_here(spoken[names[0]]),
        help=_advice(names[0]),
        related=tuple(Related(book.provisions[name].span, _here(spoken[name])) for name in names[1:]),
        concerns=(question, *names),
    )
    return Found(finding, (Area(resolution, area, "conflict"),))


def _rest(law: Law, resolution: Resolution, names: list[str], rest: Region) -> Found:
    """Report what is left over when the sets of provisions are too many to find them all."""
    case, question = resolution.case, resolution.question.question.name
    met = {c.provision for c in resolution.claims if case.meets(resolution.wins[c.provision, c.number], rest)}
    parties = [law.book.provisions[name] for name in names if name in met]
    message = say(
        "{number} provisions contradict one another on `{question}` in further cases, in more ways than are listed",
        number=len(parties),
        question=question,
    )
    finding = Finding(
        "C101",
        message,
        parties[0].span,
        help=_advice(parties[0].name),
        related=tuple(Related(party.span, say("one of them")) for party in parties[1:]),
        concerns=(question, *(party.name for party in parties)),
    )
    return Found(finding, (Area(resolution, rest, "conflict"),))


def _claims_of(name: str, among: Sequence[tuple[Claim, Claim]]) -> tuple[Claim, ...]:
    """Return the claims of a provision that take part in clashes."""
    return tuple(dict.fromkeys(claim for pair in among for claim in pair if claim.provision == name))


def _message(question: str, spoken: Spoken, among: Sequence[tuple[Claim, Claim]], undecided: Message) -> Message:
    """Say who answers what; where one of them answers both ways, that they contradict one another."""
    words = {name: {_word(claim.answer) for claim in claims} for name, claims in spoken.items()}
    if any(len(said) > 1 for said in words.values()):
        return say(
            "{provisions} contradict one another on `{question}`, and no principle decides: {undecided}",
            provisions=both(f"`{name}`" for name in spoken),
            question=question,
            undecided=undecided,
        )
    sides: dict[str, list[str]] = {}
    for name, (word,) in words.items():
        sides.setdefault(word, []).append(f"`{name}`")
    divided = any(_word(one.answer) == _word(two.answer) == "required" for one, two in among)
    return say(
        "`{question}` is {answers}, and no principle decides: {undecided}",
        question=question,
        answers=row(_side(word, names, divided) for word, names in sides.items()),
        undecided=undecided,
    )


def _word(answer: Answer) -> str:
    """Return a deontic answer by its bits, a value by itself."""
    if isinstance(answer, Decided):
        return f"={answer.value}"
    return "free" if (answer.do, answer.leave) == (True, True) else answer.word


def _side(word: str, names: Sequence[str], divided: bool) -> Message:
    by = both(names)
    match word:
        case "permitted":
            return say("permitted by {provisions}", provisions=by)
        case "forbidden":
            return say("forbidden by {provisions}", provisions=by)
        case "required":
            if divided:
                return say("required in different ways by {provisions}", provisions=by)
            return say("required by {provisions}", provisions=by)
        case "not-required":
            return say("not required by {provisions}", provisions=by)
        case "free":
            return say("permitted and not required by {provisions}", provisions=by)
    return say("`{value}` by {provisions}", value=word[1:], provisions=by)


def _here(claims: Sequence[Claim]) -> Message:
    """Say of one provision alone what it answers."""
    words = {_word(claim.answer) for claim in claims}
    match words.pop() if len(words) == 1 else "":
        case "":
            return say("answered both ways here")
        case "permitted":
            return say("permitted here")
        case "forbidden":
            return say("forbidden here")
        case "required":
            return say("required here")
        case "not-required":
            return say("not required here")
        case "free":
            return say("permitted and not required here")
        case word:
            return say("`{value}` here", value=word[1:])


def _undecided(law: Law, among: Sequence[tuple[Claim, Claim]]) -> Message:
    """Say why no principle decides, and who rules."""
    pairs = dict.fromkeys((one.provision, two.provision) for one, two in among)
    reasons = dict.fromkeys(law.precedence.why_undecided(*pair) for pair in pairs)
    rulers = dict.fromkeys(law.precedence.ruling_by(*pair) for pair in pairs)
    named = [say("`{ruler}` rules", ruler=ruler) for ruler in rulers if ruler is not None]
    nobody = [say("nobody is named to rule")] if None in rulers else []
    return say(
        "{reasons}; {rulers}",
        reasons=row(_REASONS[reason] for reason in sorted(reasons)),
        rulers=row([*named, *nobody]),
    )


def _advice(first: str) -> Message:
    return say(
        "if a text says which prevails, write `exception to {provision}`, `overrides {provision}` or "
        "`unless otherwise provided`; who rules between texts is named by `ruling` in the header",
        provision=first,
    )
