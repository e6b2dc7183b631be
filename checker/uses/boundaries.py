"""Gaps and overlaps of one single value between two ranges of a text (G103): a `<` that was to be a `<=`, most likely.

Takes a law and its questions over all cases; gives one finding for each question, fact and text, whatever the number of
values. Says nothing of a gap where silence has a meaning; whether a question is `total` or `partial` is no matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from checker.findings import Finding, Message, Related, Series, both, either, say
from checker.logic import Law, Resolution
from checker.logic.area import Area, Found
from checker.logic.horizon import Maps
from checker.logic.limits import Limits
from checker.logic.seams import Seam, Seams
from checker.logic.searching import each_question
from checker.regions import put
from checker.regions.joining import join
from checker.rulebook.condition_words import condition_words
from checker.rulebook.model import Facts, Question

MOST_NAMED = 5
"""So many values of a fact are named."""


def find_boundaries(law: Law, maps: Maps) -> Iterator[Found]:
    """Go through the single values between two ranges of a text that lie in neither of them, or in both."""
    if law.impossible(Facts({}, {})):
        return
    yield from each_question(law, maps, "G103", partial(_boundaries, law, maps))


def _boundaries(law: Law, maps: Maps, question: Question) -> Iterator[Found]:
    resolution = maps(question.name)
    seams = Seams(law.book, resolution)
    if question.silence is None:
        yield from _found(law, resolution, seams.gaps(), "gap", _gap)
    yield from _found(law, resolution, seams.overlaps(), None, _overlap)


def _found(
    law: Law, resolution: Resolution, seams: Iterable[Seam], word: str | None, finding: Callable[..., Finding]
) -> Iterator[Found]:
    """Make one finding of all seams of a text in one fact."""
    gathered: dict[tuple[int, str], list[Seam]] = {}
    for seam in seams:
        gathered.setdefault((seam.place, seam.document), []).append(seam)
    for (place, document), parts in gathered.items():
        values = list(dict.fromkeys(part.value for part in parts))
        limits = [f"`{_limit(law, resolution, place, value)}`" for value in values[:MOST_NAMED]]
        names = frozenset().union(*(part.provisions for part in parts))
        region = join(tuple(box for part in parts for box in part.region))
        yield Found(
            finding(law, resolution, limits, len(values) - len(limits), document, names),
            (Area(resolution, region, word),),
        )


def _limit(law: Law, resolution: Resolution, place: int, value: int) -> str:
    """Write that something has a value, as a rule file would."""
    full = resolution.case.space.full
    (limit,) = Limits(law.book, resolution.case).of(put(full, place, 1 << value))
    return condition_words(limit.condition)


def _gap(
    law: Law, resolution: Resolution, limits: list[str], more: int, document: str, names: frozenset[str]
) -> Finding:
    question = resolution.question.question.name
    if len(limits) > 1:
        message = say(
            "`{question}` has no answer where {limits}, and right below and above each of these values it has one by "
            "`{document}`",
            question=question,
            limits=_several(limits, more),
            document=document,
        )
    else:
        message = say(
            "`{question}` has no answer where {limit}, and right below and above that it has one by {provisions} of "
            "`{document}`",
            question=question,
            limit=limits[0],
            provisions=both(f"`{name}`" for name in sorted(names)),
            document=document,
        )
    advice = say("if that is not meant, let one of the ranges hold the value: `<=` for `<`, or `>=` for `>`")
    return _finding(law, resolution, names, message, advice)


def _overlap(
    law: Law, resolution: Resolution, limits: list[str], more: int, document: str, names: frozenset[str]
) -> Finding:
    question = resolution.question.question.name
    if len(limits) > 1:
        message = say(
            "ranges for `{question}` of `{document}` overlap where {limits}, and nowhere beside each of these values",
            question=question,
            limits=_several(limits, more),
            document=document,
        )
    else:
        message = say(
            "two ranges for `{question}` of {provisions} of `{document}` overlap where {limit}, and nowhere beside "
            "that",
            question=question,
            limit=limits[0],
            provisions=both(f"`{name}`" for name in sorted(names)),
            document=document,
        )
    advice = say("if that is not meant, let one of the ranges leave the value out: `<` for `<=`, or `>` for `>=`")
    return _finding(law, resolution, names, message, advice)


def _several(limits: list[str], more: int) -> Series:
    """Name values of one fact, and say how many more there are."""
    return either([*limits, *([say("at one of {number} more values", number=more)] if more else [])])


def _finding(law: Law, resolution: Resolution, names: frozenset[str], message: Message, advice: Message) -> Finding:
    spans = sorted(law.book.provisions[name].span for name in names)
    related = tuple(Related(span, say("and this range lies beside it")) for span in spans[1:])
    concerns = (resolution.question.question.name, *sorted(names))
    return Finding("G103", message, spans[0], help=advice, related=related, concerns=concerns)
