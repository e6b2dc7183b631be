"""Which answers nothing ever gives (R108): values of a choice or of a question's type, and whole questions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.findings import Finding, both, say
from checker.logic import Law, Resolution
from checker.logic.horizon import Maps, over_all_cases
from checker.logic.searching import each_question
from checker.regions import Region
from checker.rulebook.model import Decided, Fact, Facts, FiniteType, Question, Rulebook


def find_ungiven(law: Law, maps: Maps) -> Iterator[Finding]:
    """Go through the questions some of whose answers no binding provision gives in any case, one finding each.

    Where silence has a meaning, where somebody else is to decide and where a silence is on record, no answer is
    missed; nor what is given if unclear words are read the other way, nor where nothing at all can happen. Of codes,
    numbers and texts there is no list of answers that would all have to be given.
    """
    if law.impossible(Facts({}, {})):
        return
    read = cache(lambda name: Law(law.book, law.as_of, frozenset({name})))

    def search(question: Question) -> Iterator[Finding]:
        missed = _missed(law, question, maps(question.name))
        for name in _readings(law.book):
            if missed is None or missed:
                other = _missed(read(name), question, over_all_cases(read(name), question.name))
                missed = _common(missed, other)
        if missed is None:
            yield _unanswered(question)
        elif missed:
            yield _not_given(question, missed)

    yield from each_question(law, maps, "R108", search)


def _missed(law: Law, question: Question, resolution: Resolution) -> tuple[str, ...] | None:
    """Return the values nothing is said of; None where nothing is said at all, and silence has no meaning."""
    spoken = list(_spoken(law, resolution))
    if not spoken:
        return None if question.silence is None else ()
    return _ungiven(question, resolution, spoken)


def _common(missed: tuple[str, ...] | None, other: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """Return what is missed by two ways of reading."""
    if missed is None or other is None:
        return other if missed is None else missed
    return tuple(value for value in missed if value in other)


def _readings(book: Rulebook) -> tuple[str, ...]:
    """Return the readings that can be turned: something stands only then."""
    turned = (r.name for provision in book.provisions.values() for r in provision.readings if not r.chosen)
    return tuple(dict.fromkeys(turned))


def _not_given(question: Question, values: tuple[str, ...]) -> Finding:
    shown = both(f"`{value}`" for value in values)
    if question.form == "choice":
        message = say("in `{question}` nothing is said of {values}", question=question.name, values=shown)
    else:
        message = say("`{question}` is never answered with {values}", question=question.name, values=shown)
    return Finding("R108", message, question.span, concerns=(question.name,))


def _spoken(law: Law, resolution: Resolution) -> Iterator[Region]:
    """Go through the regions, each with a case in it, where something is said of a question."""
    case, name = resolution.case, resolution.question.question.name
    regions = [_claimed(resolution, c.provision, "claim", c.provision, name, str(c.number)) for c in resolution.claims]
    regions += [region for _, region in resolution.left_to()]
    gaps = (gap for gap in law.book.known_gaps if name in gap.questions)
    regions += [case.both(resolution.asked, resolution.unit("gap", gap.name)) for gap in gaps]
    return (region for region in regions if case.happens(region))


def _claimed(resolution: Resolution, provision: str, *unit: str) -> Region:
    """Return where a provision applies, is asked about, and a condition of it holds."""
    case = resolution.case
    return case.both(case.both(resolution.applicable(provision), resolution.asked), resolution.unit(*unit))


def _ungiven(question: Question, resolution: Resolution, spoken: list[Region]) -> tuple[str, ...]:
    case = resolution.case
    if question.silence is not None and question.form != "value":
        return ()
    if question.about is not None and isinstance(question.about.type, FiniteType):
        return tuple(v for v in question.about.type.domain if _is_passed_over(resolution, question.about, v, spoken))
    if not isinstance(question.answers, FiniteType) or any(case.happens(region) for _, region in resolution.left_to()):
        return ()
    given = {question.silence.value} if isinstance(question.silence, Decided) else set()
    for claim in resolution.claims:
        if isinstance(claim.answer, Decided) and claim.answer.value not in given:
            unit = ("claim", claim.provision, question.name, str(claim.number))
            if case.happens(_claimed(resolution, claim.provision, *unit)):
                given.add(claim.answer.value)
    return tuple(value for value in question.answers.domain if value not in given)


def _is_passed_over(resolution: Resolution, about: Fact, value: str, spoken: list[Region]) -> bool:
    """Tell whether a value can be chosen in a case that is asked about, and nothing is ever said of it."""
    case = resolution.case
    holder = "" if about.list is None else f"{about.list}[?]"
    here = case.classes_of((holder, *about.path), frozenset({value}))
    return case.meets(resolution.asked, here) and not any(case.meets(region, here) for region in spoken)


def _unanswered(question: Question) -> Finding:
    message = say("nothing answers `{question}` in any case", question=question.name)
    advice = say('add a provision, or `known gap NAME in {question} because "…"`', question=question.name)
    return Finding("R108", message, question.span, help=advice, concerns=(question.name,))
