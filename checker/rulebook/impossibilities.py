"""What cannot happen: each `never` at every place of the records it speaks of.

Takes the declarations with what provisions are read with; gives the impossibilities of the model. A record's name is
the one a record stands in, where it stands in one: the truck of a load is the truck that carries it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, permutations, product

from checker.findings import Finding, in_order, say
from checker.rulebook.conditions import ConditionReader
from checker.rulebook.excerpts import excerpt
from checker.rulebook.model import Impossibility
from checker.rulebook.paths import RecordPlace, own_name, record_places
from checker.rulebook.provisions import Context
from checker.rulebook.records import read_citations
from checker.rulebook.types import Findings
from checker.syntax import nodes

Places = tuple[RecordPlace, ...]


def build_impossibilities(
    statements: Iterable[nodes.Statement], context: Context
) -> tuple[tuple[Impossibility, ...], Findings]:
    """Read what cannot happen, by file and line; one of a record's elements once for each list of them."""
    found: list[Impossibility] = []
    findings: list[Finding] = []
    for node in statements:
        if isinstance(node, nodes.Never):
            each, wrong = _impossible(node, context)
            found.extend(each)
            findings.extend(wrong)
    return tuple(sorted(found, key=lambda i: (i.span, i.list or ""))), in_order(findings)


def _impossible(node: nodes.Never, context: Context) -> tuple[list[Impossibility], Findings]:
    """Read one `never` for every choice of places that belong together: for each list of them, each element."""
    cites, wrong = read_citations(node.cites, context)
    findings = list(wrong)
    found: list[Impossibility] = []
    records = _records(node.condition, context)
    spoken_of = [(places, _innermost(places)) for places in product(*records) if _belong(places, records)]
    together = [(places, lists) for places, lists in spoken_of if lists is not None]
    if not together:
        message = say("elements of two lists are spoken of at once, and nothing says which belong together")
        findings.append(Finding("T304", message, node.condition.span))
    for places, over in together:
        reader = ConditionReader(context.vocabulary, context.sources, context.headings, asks=False)
        condition = reader.read(node.condition, tuple(own_name(place) for place in places))
        findings.extend(reader.findings())
        text = excerpt(context.sources, node.condition.span)
        found.append(Impossibility(condition, over or None, node.because.value, text, cites, node.span))
    return found, tuple(findings)


def _records(condition: nodes.Condition, context: Context) -> list[Places]:
    """Return, for each record a condition names, all places where it stands."""
    names = context.vocabulary.names
    paths = (node for node in nodes.walk(condition) if isinstance(node, nodes.Path))
    named = (names.find(path.parts[0], "record") for path in paths)
    records = dict.fromkeys(record for record in named if record is not None)
    places = [record_places(context.vocabulary, record) for record in records]
    return [each for each in places if each]


def _innermost(places: Places) -> str | None:
    """Return the list each of whose elements is spoken of, empty for none; None where elements do not hang together."""
    lists = sorted({place.list for place in places if place.list is not None}, key=len)
    if any(not inner.startswith(f"{outer}[].") for outer, inner in pairwise(lists)):
        return None
    return lists[-1] if lists else ""


def _belong(places: Places, records: Sequence[Places]) -> bool:
    """Tell whether each place stands in the others as far as such places stand in one another at all."""
    return not any(
        not _holds(outer, inner) and any(_holds(other, inner) for other in others)
        for (outer, others), (inner, _) in permutations(zip(places, records, strict=True), 2)
    )


def _holds(outer: RecordPlace, inner: RecordPlace) -> bool:
    return _whole_path(inner).startswith(f"{_whole_path(outer)}.")


def _whole_path(place: RecordPlace) -> str:
    return ".".join((*(() if place.list is None else (f"{place.list}[]",)), *place.path))
