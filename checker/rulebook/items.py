"""Items: whether each item of a document is encoded or excused, and each cited item is one of its items.

Takes the documents and everything that cites an item; gives findings. A document without a list of items is not
checked. Knows nothing of what the items say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker.findings import Finding, Message, Span, say
from checker.rulebook.documents import Documents
from checker.rulebook.model import Citation, Document, Locator, Power, Replacement

Run = tuple[int, int]


def check_items(documents: Documents, cited: Iterable[Citation | Replacement | Power]) -> tuple[Finding, ...]:
    """Report cited items that a document does not have, and items neither encoded nor excused.

    An item is encoded by what cites it or a place in it, and by the repeal or new wording it brings; the power it
    gives must be one of its items and is not its encoding.
    """
    cited = tuple(cited)
    repeals = documents.repeals
    encoding = [
        *((c.document, c.locator, c.span) for c in cited if not isinstance(c, Power)),
        *((r.by, r.by_locator, r.span) for r in repeals),
    ]
    mentioned = [
        *((c.document, c.locator, c.span) for c in cited if isinstance(c, Power)),
        *((r.target, r.locator, r.span) for r in repeals),
    ]
    findings: list[Finding] = []
    for name, locator, span in encoding + mentioned:
        document = documents.documents.get(name)
        if document is not None:
            findings.extend(_beyond(document, locator, span))
    for name, document in documents.documents.items():
        excused = [n for n in documents.not_encoded if n.document == name]
        for omission in excused:
            outside = _minus(omission.items, document.items) if document.items else []
            findings.extend(_no_item(document, _written(run), omission.span) for run in outside)
        done = [(n, n) for cites, locator, _ in encoding if cites == name for _, n in locator.steps[:1]]
        left = _minus(document.items, [*done, *(run for n in excused for run in n.items)])
        findings.extend(_forgotten(document, left))
    return tuple(findings)


def _beyond(document: Document, locator: Locator, span: Span) -> Iterator[Finding]:
    for unit, number in locator.steps[:1]:
        if document.items and not any(low <= number <= high for low, high in document.items):
            yield _no_item(document, _step(unit, number), span)


def _no_item(document: Document, place: Message, span: Span) -> Finding:
    message = say(
        "`{document}` has no {place}: its items are {items}",
        document=document.name,
        place=place,
        items=_shown(document.items),
    )
    return Finding("D102", message, span)


def _forgotten(document: Document, left: Sequence[Run]) -> Iterator[Finding]:
    if not left:
        return
    name, items = document.name, _shown(left)
    message = say("items {items} of `{document}` are neither encoded nor excused", items=items, document=name)
    advice = say(
        'cite them in a provision, or write `not encoded {document} items {items} because "…"`',
        items=items,
        document=name,
    )
    if len(left) == 1 and left[0][0] == left[0][1]:
        number = left[0][0]
        message = say("item {number} of `{document}` is neither encoded nor excused", number=number, document=name)
        advice = say(
            'cite it in a provision, or write `not encoded {document} item {number} because "…"`',
            number=number,
            document=name,
        )
    yield Finding("D103", message, document.span, help=advice)


def _minus(runs: Iterable[Run], taken: Iterable[Run]) -> list[Run]:
    """Return what is left of some runs of numbers, ends included, without others."""
    left = sorted(runs)
    for low, high in taken:
        left = [
            piece for a, b in left for piece in ((a, min(b, low - 1)), (max(a, high + 1), b)) if piece[0] <= piece[1]
        ]
    return list(dict.fromkeys(left))


def _written(run: Run) -> Message:
    if run[0] == run[1]:
        return say("item {number}", number=run[0])
    return say("items {first}..{last}", first=run[0], last=run[1])


def _step(unit: str, number: int) -> Message:
    match unit:
        case "article":
            return say("article {number}", number=number)
        case "paragraph":
            return say("paragraph {number}", number=number)
        case "point":
            return say("point {number}", number=number)
    return say("item {number}", number=number)


def _shown(runs: Iterable[Run]) -> str:
    return ", ".join(str(low) if low == high else f"{low}..{high}" for low, high in runs)
