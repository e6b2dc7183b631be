"""Regions of cases as people read them: what the facts must be, where each edge comes from, an example, the totals.

Takes what a finding carries; gives sentences and texts. Every format that people read says it with these, each in its
own layout.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from checker.findings import Message, Regions, StatedRegion, Witness, both, say
from checker.plan.tree import Mapping, Node, Refused, Scalar, Sequence, read_trees
from checker.reports.lint_run import NO_SCENARIOS, Scenarios

_BOUNDS = {
    "pieces": say("it falls apart into too many pieces"),
    "pairs": say("too many boxes overlap"),
    "nodes": say("its diagram grows too large"),
    "steps": say("its diagram takes too many steps"),
    "boxes": say("it has too many regions"),
    "findings": say("more findings of this kind are told than are stated"),
    "seconds": say("the time was up"),
}


def condition(stated: StatedRegion) -> str | None:
    """Give what a region's facts must be, as it can stand behind `when`; None for every case."""
    return " and ".join(limit.text for limit in stated.limits) or None


def condition_words(stated: StatedRegion, language: str) -> str:
    """Give what a region's facts must be, or say that it is every case."""
    return condition(stated) or say("every case that is asked about").in_language(language)


def region_words(number: int, stated: StatedRegion) -> Message:
    """Name a region by its number, and say how many cases it has where that can be counted."""
    return _counted(say("region {number}", number=number), stated)


def instance_words(id_: str, stated: StatedRegion) -> Message:
    """Introduce a region that the finding is about, where those above it are the others."""
    gap = id_.startswith("G")
    return _counted(say("without an answer, for instance") if gap else say("it is about, for instance"), stated)


def opening_words(id_: str, regions: Regions, *, several: bool) -> Message | None:
    """Say how the regions below are to be read, where they are not simply all that the finding is about."""
    if not regions.contrary:
        return say("in `{question}`", question=regions.question) if several else None
    if id_.startswith("G"):
        return say("`{question}` is answered only where", question=regions.question)
    return say("in `{question}` all cases but", question=regions.question)


def shared_remarks(regions: Regions) -> tuple[Message, ...]:
    """Give what would be said of every region that is shown, so that it can be said once."""
    if len(regions.shown) < 2:
        return ()
    first, *others = regions.shown
    return tuple(remark for remark in first.remarks if all(remark in other.remarks for other in others))


def own_remarks(stated: StatedRegion, shared: tuple[Message, ...]) -> tuple[Message, ...]:
    """Give what is said of a region and not of all of them."""
    return tuple(remark for remark in stated.remarks if remark not in shared)


def edge_words(stated: StatedRegion, language: str) -> str | None:
    """Say from which provisions the edges of a region come; facts with the same ones together."""
    facts: dict[tuple[str, ...], list[str]] = {}
    for limit in stated.limits:
        if limit.edges:
            facts.setdefault(limit.edges, []).append(f"`{limit.label}`")
    edges = [
        say("{facts} from {provisions}", facts=both(labels), provisions=both(f"`{name}`" for name in names))
        for names, labels in facts.items()
    ]
    return ("; " if language == "en" else "；").join(edge.in_language(language) for edge in edges) or None


def example_words(id_: str, stated: StatedRegion, scenarios: Scenarios, language: str) -> str | None:
    """Give the file of a region's example, or without one its facts on a line; name the subject in it."""
    witness = stated.witness
    if witness is None:
        return None
    plan = scenarios.get((id_, stated)) or facts_on_a_line(witness)
    if not witness.subject:
        return plan
    return say("{plan}, for `{subject}`", plan=plan, subject=witness.subject).in_language(language)


def total_words(id_: str, regions: Regions) -> Iterator[Message]:
    """Say how many regions and cases there are, and how many of them are shown."""
    shown = len(regions.shown)
    answered = regions.contrary and id_.startswith("G")
    cases = say("the cases with an answer") if answered else say("the cases")
    if regions.total is None:
        yield _not_worked_out(regions, shown, cases)
    elif shown < regions.total:
        yield say(
            "{shown} of {total} regions shown, with {share} of {cases}; `--most all` shows all",
            shown=shown,
            total=grouped(regions.total),
            share=_share(regions),
            cases=cases,
        )
    if regions.cases is not None and regions.of is not None and answered:
        yield say("{cases} of {of} cases have no answer", cases=grouped(regions.cases), of=grouped(regions.of))
    elif regions.cases is not None and regions.of is not None:
        yield say("{cases} of {of} cases", cases=grouped(regions.cases), of=grouped(regions.of))
    elif regions.cases is not None:
        yield say("{cases} cases", cases=grouped(regions.cases))


def _share(regions: Regions) -> str | Message:
    return say("an unknown share") if regions.share is None else f"{regions.share} %"


def _not_worked_out(regions: Regions, shown: int, cases: Message) -> Message:
    """Say that there are more regions than were looked for, and which bound was met first."""
    bound = _BOUNDS[regions.bounds[0]] if regions.bounds else say("the search was given up")
    return say(
        "{shown} of an unknown number of regions shown, with {share} of {cases}; not counted, since {bound}",
        shown=shown,
        share=_share(regions),
        cases=cases,
        bound=bound,
    )


def region_lines(
    id_: str, every: tuple[Regions, ...], language: str, scenarios: Scenarios = NO_SCENARIOS
) -> Iterator[tuple[int, str]]:
    """Go through all that is to be said of a finding's regions, line by line, each with how deep it is set in."""
    for regions in every:
        opening = opening_words(id_, regions, several=len(every) > 1)
        if opening is not None:
            yield 0, f"{opening.in_language(language)}:"
        shared = shared_remarks(regions)
        yield from ((0 if opening is None else 1, remark.in_language(language)) for remark in shared)
        for number, stated in enumerate(regions.shown, 1):
            yield 0, _labelled(region_words(number, stated), condition_words(stated, language), language)
            yield from ((1, line) for line in _below(id_, stated, shared, language, scenarios))
        if (one := regions.example) is not None:
            yield 0, _labelled(instance_words(id_, one), condition_words(one, language), language)
            yield from ((1, line) for line in _below(id_, one, (), language, scenarios))
        for total in total_words(id_, regions):
            yield 0, _labelled(say("in all"), total.in_language(language), language)


def _below(
    id_: str, stated: StatedRegion, shared: tuple[Message, ...], language: str, scenarios: Scenarios
) -> Iterator[str]:
    edges = edge_words(stated, language)
    if edges is not None:
        yield _labelled(say("edges"), edges, language)
    example = example_words(id_, stated, scenarios, language)
    if example is not None:
        yield _labelled(say("example"), example, language)
    yield from (remark.in_language(language) for remark in own_remarks(stated, shared))


def facts_on_a_line(witness: Witness) -> str:
    """Write the facts of a plan file in braces, as they may stand behind `facts:`."""
    for tree in read_trees(witness.text, ""):
        if isinstance(tree.root, Mapping):
            for key, value in tree.root.pairs:
                if isinstance(key, Scalar) and key.text == "facts":
                    return _flow(value)
    return "{}"


def _counted(label: Message, stated: StatedRegion) -> Message:
    return label if stated.cases is None else say("{label} (cases: {cases})", label=label, cases=grouped(stated.cases))


def grouped(number: int) -> str:
    """Write a number with its digits in threes."""
    return f"{number:,}"


def _labelled(label: Message, text: str, language: str) -> str:
    return f"{label.in_language(language)}: {text}"


def _flow(node: Node) -> str:
    match node:
        case Scalar(text=text, plain=plain):
            return text if plain else json.dumps(text, ensure_ascii=False)
        case Sequence(items=items):
            return f"[{', '.join(map(_flow, items))}]"
        case Mapping(pairs=pairs):
            return f"{{{', '.join(f'{_flow(key)}: {_flow(value)}' for key, value in pairs)}}}"
        case Refused():
            return ""
