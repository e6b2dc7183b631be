"""Documents and what they are to one another as a picture, and the same as a list.

Takes documents in the order of time and their references; gives an SVG image without a script, and HTML. The documents
stand below one another, so that the picture is no wider than a phone; arrows run beside them, each in a lane of its own
as long as it lasts, with its number in the list and a word. Colours are those of the text around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from checker.reports.atlas_labels import atlas_words
from checker.reports.atlas_markup import Address, named, nowhere
from checker.reports.citations import locator_words
from checker.reports.finding_html import escaped
from checker.reports.labels import Labels
from checker.reports.layout import display_width
from checker.rulebook.days import write_day
from checker.rulebook.model import Rulebook
from checker.uses.citations import Citations, Reference, ended_on

_ROW, _LANE, _PORT = 60, 17, 7
_NAMES = 186
"""Where the names end and the lanes begin."""
_LONGEST = 24
"""How many columns of a name are drawn; all of it is in the list, and shown on pointing at it."""
_STROKES = {
    "repeals": 'stroke-width="2.5"',
    "replaces": 'stroke-width="1.5"',
    "authorised": 'stroke-width="1.5" stroke-dasharray="1 3"',
    "exception": 'stroke-width="1.5" stroke-dasharray="6 3"',
    "proviso": 'stroke-width="1.5" stroke-dasharray="6 3 1 3"',
    "override": 'stroke-width="2.5" stroke-dasharray="6 3"',
    "supported": 'stroke-width="1" stroke-dasharray="2 2"',
}


class _Arrow(Struct, frozen=True):
    """An arrow: its number, its reference, where it starts and ends, and its lane."""

    number: int
    reference: Reference
    start: int
    end: int
    lane: int


def graph_svg(
    book: Rulebook, citations: Citations, language: str, prefix: str = "graph", *, around: str | None = None
) -> str:
    """Draw the documents and their references; ids begin with the prefix. `around` is the document it is all about."""
    label = atlas_words(language)
    arrows = tuple(_arrows(citations))
    width = _NAMES + _LANE * (1 + max((arrow.lane for arrow in arrows), default=-1)) + 24
    height = _ROW * len(citations.documents)
    title = label["graph.around"].format(name=around) if around else label["graph.title"]
    named_by = f'aria-labelledby="{prefix}-title {prefix}-about"'
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-size="13"'
    parts = [
        f'<svg class="atlas-graph" xmlns="http://www.w3.org/2000/svg" role="img" {named_by} {size}>',
        f'<title id="{prefix}-title">{escaped(title)}</title>',
        f'<desc id="{prefix}-about">{escaped(label["graph.description"])}</desc>',
        f"<defs>{_tip(prefix)}</defs>",
        *(_document(book, name, row, name == around) for row, name in enumerate(citations.documents)),
        *(_drawn(arrow, prefix, label) for arrow in arrows),
        "</svg>",
    ]
    return "\n".join(parts)


def graph_list(citations: Citations, language: str, address: Address = nowhere) -> str:
    """Say in a list what the picture shows, numbered as there."""
    label = atlas_words(language)
    if not citations.references:
        return f"<p>{escaped(label['graph.none'])}</p>"
    items = "".join(f"<li>{_said(reference, label, address)}</li>" for reference in citations.references)
    return f'<ol class="atlas-references">{items}</ol>'


def _said(reference: Reference, label: Labels, address: Address) -> str:
    source, target = (named("document", name, address) for name in (reference.source, reference.target))
    if place := locator_words(reference.place.text, label):
        target = label["reference.place"].format(document=target, place=escaped(place))
    said = label[f"reference.{reference.form}"].format(source=source, target=target)
    if reference.day is not None:
        said += label["pause"] + label["day.from"].format(day=write_day(reference.day))
    provisions = label["list"].join(named("declared", name, address) for name in reference.provisions)
    return said + (label["in-brackets"].format(text=provisions) if provisions else "")


def _arrows(citations: Citations) -> Iterator[_Arrow]:
    """Lay the arrows into lanes, short ones inside, so that no two in one lane meet."""
    row = {name: number for number, name in enumerate(citations.documents)}
    ports = _ports(citations.references, row)
    numbered = list(enumerate(citations.references, 1))
    numbered.sort(key=lambda each: (abs(row[each[1].source] - row[each[1].target]), each[0]))
    lanes: list[list[tuple[int, int]]] = []
    for number, reference in numbered:
        start, end = ports[number, "source"], ports[number, "target"]
        low, high = min(start, end) - _PORT, max(start, end) + _PORT
        free = (n for n, taken in enumerate(lanes) if all(high < one or other < low for one, other in taken))
        lane = next(free, len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append((low, high))
        yield _Arrow(number, reference, start, end, lane)


def _ports(references: Iterable[Reference], row: Mapping[str, int]) -> dict[tuple[int, str], int]:
    """Give each end of an arrow its height, so that no two ends at one document share one."""
    ends: dict[str, list[tuple[int, int, str]]] = {}
    for number, reference in enumerate(references, 1):
        ends.setdefault(reference.source, []).append((row[reference.target], number, "source"))
        ends.setdefault(reference.target, []).append((row[reference.source], number, "target"))
    found = {}
    for name, here in ends.items():
        step = min(_PORT, (_ROW - 16) // max(1, len(here) - 1))
        first = row[name] * _ROW + _ROW // 2 - step * (len(here) - 1) // 2
        for place, (number, end) in enumerate(_from_above(here, row[name])):
            found[number, end] = first + step * place
    return found


def _tip(prefix: str) -> str:
    """Draw the tip of an arrow, the same size whatever the line."""
    size = 'viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse"'
    return f'<marker id="{prefix}-tip" {size} orient="auto"><path d="M0 0L8 4L0 8z" fill="currentColor"/></marker>'


def _from_above(ends: Iterable[tuple[int, int, str]], own: int) -> list[tuple[int, str]]:
    """Order the ends at one document so that arrows cross as little as they can: the farther, the more inward."""
    return [(number, end) for other, number, end in sorted(ends, key=lambda one: (one[0] > own, -one[0], one[1]))]


def _document(book: Rulebook, name: str, row: int, is_chosen: bool) -> str:
    document = book.documents[name]
    until = ended_on(book, document)
    days = write_day(document.in_force) + (f" – {write_day(until)}" if until is not None else " –")
    top = row * _ROW + 4
    weight = ' font-weight="700"' if is_chosen else ""
    full = escaped(document.title or name)
    dashes = "" if document.binding else ' stroke-dasharray="3 3"'
    return (
        f'<g><title>{escaped(name)}: {full}</title><rect x="1" y="{top}" width="{_NAMES - 4}" height="{_ROW - 8}" '
        f'rx="4" fill="none" stroke="currentColor" stroke-opacity="{0.9 if is_chosen else 0.35}"{dashes}/>'
        f'<text x="8" y="{top + 21}" fill="currentColor"{weight}>{escaped(_short(name))}</text>'
        f'<text x="8" y="{top + 40}" fill="currentColor" font-size="12">{escaped(days)}</text></g>'
    )


def _short(name: str) -> str:
    if display_width(name) <= _LONGEST:
        return name
    kept = name
    while display_width(kept) >= _LONGEST:
        kept = kept[:-1]
    return f"{kept}…"


def _drawn(arrow: _Arrow, prefix: str, label: Labels) -> str:
    form = arrow.reference.form
    x = _NAMES + _LANE * (arrow.lane + 1)
    turn = 5 if arrow.end > arrow.start else -5
    middle = (arrow.start + arrow.end) // 2
    path = (
        f"M{_NAMES} {arrow.start}H{x - 5}Q{x} {arrow.start} {x} {arrow.start + turn}V{arrow.end - turn}"
        f"Q{x} {arrow.end} {x - 5} {arrow.end}H{_NAMES}"
    )
    word = f"{arrow.number} {label[f'graph.{form}']}"
    return (
        f'<path d="{path}" fill="none" stroke="currentColor" {_STROKES[form]} marker-end="url(#{prefix}-tip)"/>'
        f'<text x="{x + 4}" y="{middle}" font-size="11" fill="currentColor" text-anchor="middle" '
        f'dominant-baseline="hanging" transform="rotate(-90 {x + 4} {middle})">{escaped(word)}</text>'
    )
